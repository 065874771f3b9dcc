// The folder that the store lives in: whether it can be used, who holds it, what is set aside there, and the reserve.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace progress {

/// The store's file in its folder.
std::filesystem::path store_file(const std::filesystem::path& folder);

/// Makes the folder (only for its owner) where it is missing, and looks whether the store can be written there. Errors,
/// all with {folder}: `store.not-a-folder`, `store.no-permission`, `store.read-only`, `store.full`,
/// `store.write-failed`.
base::Result<base::Done> prepare_folder(const std::filesystem::path& folder);

/// Whoever holds this is the only one who uses the folder. Given back when the process ends, however it ends.
class FolderLock {
public:
    /// Error: `store.busy`, at once, where another process or store holds it.
    static base::Result<FolderLock> take(const std::filesystem::path& folder);
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&& other) noexcept;
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

/// Whether something stands where the store's file should be that SQLite must not be given, because it would delete or
/// overwrite what is there (a log without its file, a file shorter than a page) or could not read it (not a file).
bool is_unfit(const std::filesystem::path& folder);

/// Notes in the folder that the file was found to be damaged while it was used, for the next opening; takes the note
/// away; looks for it.
void mark_suspect(const std::filesystem::path& folder);
void clear_suspect(const std::filesystem::path& folder);
bool is_suspect(const std::filesystem::path& folder);

/// Renames the store's file, with its log, to `coucou-damaged-<date>.db`; where that name is taken, `-2`, `-3` … is
/// added to the date. Nothing is deleted or overwritten. Gives the new name. Error: the reason why it could not be
/// done, as prepare_folder.
base::Result<std::string> set_aside(const std::filesystem::path& folder);

/// A file that only takes up space, so that the last events can still be written when the disk is full.
class Reserve {
public:
    Reserve() = default;
    /// Makes sure that `size` bytes are reserved in the folder. Where there is not room for four times as much, nothing
    /// is reserved.
    Reserve(const std::filesystem::path& folder, std::int64_t size);
    /// Gives the space back to the disk; false where there was none.
    bool release();
    /// Whether there is no reserve although there should be one: the disk is nearly full.
    bool is_missing() const { return is_missing_; }

private:
    std::filesystem::path file_;
    bool is_missing_ = false;
};

} // namespace progress
