// Carrying progress between computers: what the trainer's page and the verbs `export` and `import` do.
#pragma once

#include "progress/sealed.h"
#include "progress/store.h"
#include "progress/trainer_key.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Whose events to export. With neither, all that the store holds. Who was erased always goes along, so that they are
/// erased everywhere.
struct ExportChoice {
    std::optional<std::string> learner; ///< id
    std::optional<std::string> group;   ///< class
};

struct Exported {
    std::vector<std::filesystem::path> files; ///< more than one where one cannot hold it all
    std::size_t events = 0;
};

/// Writes sealed files to a folder, such as a stick's, under a name made of the day and of this store; or to a file of
/// the given name, to which numbers are added where one is not enough or the name is taken. When it gives back without
/// an error, all was read back and compared, and the stick may be removed. `now` in ms since 1970 UTC. Errors: as
/// progress::write_sealed() and progress::Store::append().
base::Result<Exported> export_events(progress::Store& store, const std::filesystem::path& target,
                                     const progress::TrainerKey& key, const ExportChoice& choice, std::int64_t now);

/// What opens sealed files: this computer's key, or a passphrase for files of others, or both.
struct Opener {
    const progress::TrainerKey* key = nullptr;
    std::string_view passphrase;
};

struct Imported {
    std::size_t files = 0;        ///< imported
    progress::MergeResult merged; ///< the sum over them
    base::Faults failed;          ///< why others were not, each with {file}
    /// The first key that the passphrase opened: for a computer that has none yet, see progress::adopt().
    std::optional<progress::TrainerKey> opened;
};

/// Imports sealed files, each wholly or not at all; folders stand for all files in them that end in `.coucou`. A file
/// that cannot be imported does not keep the others from it: `sealed.other-trainer` (ask for that trainer's passphrase,
/// and import again), `sealed.wrong-passphrase`, and as progress::open_sealed(), progress::read_sealed(),
/// progress::Store::merge(). Error: `sealed.none` {file}: there is none.
base::Result<Imported> import_files(progress::Store& store, const std::vector<std::filesystem::path>& sources,
                                    const Opener& opener, std::int64_t now);

} // namespace app
