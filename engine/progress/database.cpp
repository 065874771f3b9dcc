// SQLite behind values: connections, statements, and what its result codes mean.
#include "progress/database.h"

#include <cerrno>

#include <fmt/format.h>
#include <sqlite3.h>

namespace progress {

namespace {

/// The error of a call before which errno was 0. SQLite notes the system's reason only for some of its calls; a failed
/// COMMIT is not among them.
base::Error failure(sqlite3* connection, int code) {
    const int reason = errno;
    return error_of(code, reason != 0 || connection == nullptr ? reason : sqlite3_system_errno(connection));
}

/// The id for a failed read, write or flush, by the operating system's reason.
std::string_view id_of_system_error(int system_error) {
    switch (system_error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return "store.full";
    case EROFS:
        return "store.read-only";
    case EACCES:
    case EPERM:
        return "store.no-permission";
    default:
        return "store.write-failed";
    }
}

std::string_view id_of(int code, int system_error) {
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "store.busy";
    case SQLITE_FULL:
        return "store.full";
    case SQLITE_READONLY:
        return "store.read-only";
    case SQLITE_PERM:
        return "store.no-permission";
    case SQLITE_CANTOPEN:
        return id_of_system_error(system_error);
    case SQLITE_IOERR:
        // Only a failed write says why in a way that is safe to act on; after a failed flush nothing is certain.
        return code == SQLITE_IOERR_WRITE ? id_of_system_error(system_error) : "store.write-failed";
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT:
    case SQLITE_TOOBIG:
        return "store.write-failed";
    default:
        // Our statements are fixed and fit our tables, so all else (not a database, no such column, a key twice) comes
        // from what is in the file.
        return "store.damaged";
    }
}

/// A path in an SQLite URI.
std::string escaped(const std::filesystem::path& file) {
    std::string uri;
    for (const char c : std::filesystem::absolute(file).string()) {
        if (c == '%' || c == '?' || c == '#') {
            uri += fmt::format("%{:02x}", static_cast<unsigned>(c));
        } else {
            uri += c;
        }
    }
    return uri;
}

} // namespace

base::Error error_of(int code, int system_error) {
    return {std::string(id_of(code, system_error)), {{"code", std::to_string(code)}}, {}};
}

void Statement::Closer::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement& Statement::bind(int index, std::string_view text) {
    // A null pointer would bind NULL instead of the empty text.
    const char* data = text.empty() ? "" : text.data();
    const int code = sqlite3_bind_text64(statement_.get(), index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    bind_failure_ = code == SQLITE_OK ? bind_failure_ : code;
    return *this;
}

Statement& Statement::bind(int index, std::int64_t number) {
    const int code = sqlite3_bind_int64(statement_.get(), index, number);
    bind_failure_ = code == SQLITE_OK ? bind_failure_ : code;
    return *this;
}

base::Result<bool> Statement::step() {
    errno = 0;
    const int code = bind_failure_ == 0 ? sqlite3_step(statement_.get()) : bind_failure_;
    if (code == SQLITE_ROW || code == SQLITE_DONE) {
        return code == SQLITE_ROW;
    }
    return failure(sqlite3_db_handle(statement_.get()), code);
}

Statement& Statement::again() {
    sqlite3_reset(statement_.get());
    bind_failure_ = 0;
    return *this;
}

base::Result<base::Done> Statement::run() {
    for (;;) {
        COUCOU_TRY(const bool row, step());
        if (!row) {
            return base::Done{};
        }
    }
}

std::string Statement::text(int column) const {
    const void* data = sqlite3_column_text(statement_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return data == nullptr ? std::string() : std::string(static_cast<const char*>(data), size);
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

void Database::Closer::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}

base::Result<Database> Database::open(const std::string& name, int flags) {
    sqlite3* connection = nullptr;
    errno = 0;
    const int code = sqlite3_open_v2(name.c_str(), &connection, flags | SQLITE_OPEN_EXRESCODE, nullptr);
    Database database(connection);
    if (code != SQLITE_OK) {
        return failure(connection, code);
    }
    sqlite3_busy_timeout(connection, 0);
    return database;
}

base::Result<Database> Database::open(const std::filesystem::path& file) {
    return open(std::filesystem::absolute(file).string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

base::Result<Database> Database::open_unchanging(const std::filesystem::path& file) {
    return open("file:" + escaped(file) + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

base::Result<Database> Database::open_in_memory() {
    return open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

base::Result<Statement> Database::prepare(std::string_view sql) const {
    sqlite3_stmt* statement = nullptr;
    errno = 0;
    const int code =
        sqlite3_prepare_v2(connection_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) {
        return failure(connection_.get(), code);
    }
    return Statement(statement);
}

base::Result<base::Done> Database::run(const std::string& sql) const {
    errno = 0;
    const int code = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return failure(connection_.get(), code);
    }
    return base::Done{};
}

base::Result<std::string> Database::ask(std::string_view sql) const {
    COUCOU_TRY(auto statement, prepare(sql));
    COUCOU_TRY(const bool row, statement.step());
    return row ? statement.text(0) : std::string();
}

} // namespace progress
