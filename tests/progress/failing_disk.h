// A disk that fails at a chosen call: SQLite's own file system, with a count of the calls that go through it.
#pragma once

#include <array>
#include <cerrno>
#include <cstring>

#include <sqlite3.h>

namespace test {

/// Which call fails, and how. While one of these lives, every connection opened goes through it.
class FailingDisk {
public:
    struct Failure {
        int code = SQLITE_IOERR_WRITE;
        int system_error = EIO;
        int at_call = 1;         ///< the call that fails first, from 1
        bool for_ever = false;   ///< all later calls fail too
        bool only_writes = true; ///< count only what changes files
    };

    explicit FailingDisk(const Failure& failure) : below_(sqlite3_vfs_find(nullptr)), failure_(failure) {
        current() = this;
        vfs_ = *below_;
        vfs_.zName = "failing";
        vfs_.pAppData = this;
        vfs_.szOsFile = static_cast<int>(sizeof(File)) + below_->szOsFile;
        vfs_.xOpen = open;
        vfs_.xDelete = [](sqlite3_vfs*, const char* name, int sync) {
            const int code = current()->next(true);
            return code != SQLITE_OK ? code : current()->below_->xDelete(current()->below_, name, sync);
        };
        sqlite3_vfs_register(&vfs_, 1);
    }
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;
    ~FailingDisk() {
        sqlite3_vfs_unregister(&vfs_);
        current() = nullptr;
    }

    bool has_failed() const { return failed_; }
    /// From now on all calls succeed.
    void mend() { failure_.at_call = 0; }
    /// The next call fails, and no other.
    void fail_once() { failure_.at_call = calls_ + 1; }
    /// From now on all calls fail.
    void breaks() {
        failure_.at_call = calls_ + 1;
        failure_.for_ever = true;
    }

private:
    struct File {
        sqlite3_file base;
    };

    static FailingDisk*& current() {
        static FailingDisk* disk = nullptr;
        return disk;
    }

    int next(bool is_write) {
        if (failure_.only_writes && !is_write) {
            return SQLITE_OK;
        }
        ++calls_;
        const bool fails =
            failure_.at_call > 0 && (calls_ == failure_.at_call || (failure_.for_ever && calls_ > failure_.at_call));
        if (!fails) {
            return SQLITE_OK;
        }
        failed_ = true;
        errno = failure_.system_error;
        return failure_.code;
    }

    static sqlite3_file* real(sqlite3_file* file) {
        return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(File));
    }

    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
        FailingDisk* disk = current();
        file->pMethods = nullptr;
        if (disk->next(false) != SQLITE_OK) {
            return SQLITE_CANTOPEN;
        }
        const int code = disk->below_->xOpen(disk->below_, name, real(file), flags, out);
        if (code == SQLITE_OK) {
            file->pMethods = &methods();
        }
        return code;
    }

    static const sqlite3_io_methods& methods() {
        static const sqlite3_io_methods table = make_methods();
        return table;
    }

    static sqlite3_io_methods make_methods() {
        sqlite3_io_methods table{};
        table.iVersion = 1;
        table.xClose = [](sqlite3_file* file) { return real(file)->pMethods->xClose(real(file)); };
        table.xRead = [](sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
            return current()->next(false) != SQLITE_OK ? SQLITE_IOERR_READ
                                                       : real(file)->pMethods->xRead(real(file), bytes, size, at);
        };
        table.xWrite = [](sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
            const int code = current()->next(true);
            return code != SQLITE_OK ? code : real(file)->pMethods->xWrite(real(file), bytes, size, at);
        };
        table.xTruncate = [](sqlite3_file* file, sqlite3_int64 size) {
            const int code = current()->next(true);
            return code != SQLITE_OK ? SQLITE_IOERR_TRUNCATE : real(file)->pMethods->xTruncate(real(file), size);
        };
        table.xSync = [](sqlite3_file* file, int flags) {
            const int code = current()->next(true);
            return code != SQLITE_OK ? SQLITE_IOERR_FSYNC : real(file)->pMethods->xSync(real(file), flags);
        };
        table.xFileSize = [](sqlite3_file* file, sqlite3_int64* size) {
            return real(file)->pMethods->xFileSize(real(file), size);
        };
        table.xLock = [](sqlite3_file* file, int lock) { return real(file)->pMethods->xLock(real(file), lock); };
        table.xUnlock = [](sqlite3_file* file, int lock) { return real(file)->pMethods->xUnlock(real(file), lock); };
        table.xCheckReservedLock = [](sqlite3_file* file, int* held) {
            return real(file)->pMethods->xCheckReservedLock(real(file), held);
        };
        table.xFileControl = [](sqlite3_file* file, int what, void* argument) {
            return real(file)->pMethods->xFileControl(real(file), what, argument);
        };
        table.xSectorSize = [](sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); };
        table.xDeviceCharacteristics = [](sqlite3_file* file) {
            return real(file)->pMethods->xDeviceCharacteristics(real(file));
        };
        return table;
    }

    sqlite3_vfs* below_;
    Failure failure_;
    sqlite3_vfs vfs_{};
    int calls_ = 0;
    bool failed_ = false;
};

} // namespace test
