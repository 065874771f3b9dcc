// One SQLite connection and its statements, as values that close themselves. Errors of SQLite become base::Error here.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace progress {

/// A compiled statement. Values count from 1, columns from 0, as in SQLite.
class Statement {
public:
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, std::int64_t number);

    /// Goes to the next row; false at the end.
    base::Result<bool> step();
    /// Begins anew, to be given other values.
    Statement& again();
    /// Goes through all rows without looking at them.
    base::Result<base::Done> run();

    std::string text(int column) const;
    std::int64_t number(int column) const;

private:
    friend class Database;
    struct Closer {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
    std::unique_ptr<sqlite3_stmt, Closer> statement_;
    int bind_failure_ = 0;
};

/// A connection. Statements must not outlive it.
class Database {
public:
    /// Opens a file to read and write, and makes it where there is none.
    static base::Result<Database> open(const std::filesystem::path& file);
    /// Opens a file that nobody writes, without touching its folder. Only right where it has no -wal beside it.
    static base::Result<Database> open_unchanging(const std::filesystem::path& file);
    static base::Result<Database> open_in_memory();

    base::Result<Statement> prepare(std::string_view sql) const;
    /// Runs statements that take no values.
    base::Result<base::Done> run(const std::string& sql) const;
    /// The first column of the first row as text; empty where there is no row.
    base::Result<std::string> ask(std::string_view sql) const;

    /// Runs `work` (which returns a base::Result<base::Done>) in one transaction. After an error nothing of it remains.
    template <typename Work>
    base::Result<base::Done> in_transaction(const Work& work) const {
        COUCOU_TRY([[maybe_unused]] auto begun, run("BEGIN IMMEDIATE"));
        base::Result<base::Done> result = work();
        if (result) {
            result = run("COMMIT");
        }
        if (!result) {
            // SQLite may have rolled back by itself; then this says so, and there is nothing left to do.
            (void)run("ROLLBACK");
        }
        return result;
    }

    sqlite3* handle() const { return connection_.get(); }

private:
    struct Closer {
        void operator()(sqlite3* connection) const;
    };
    explicit Database(sqlite3* connection) : connection_(connection) {}
    static base::Result<Database> open(const std::string& name, int flags);
    std::unique_ptr<sqlite3, Closer> connection_;
};

/// What an SQLite result code means for us; `system_error` is the errno that came with it, or 0. One of `store.busy`,
/// `store.damaged`, `store.full`, `store.read-only`, `store.no-permission`, `store.write-failed`.
base::Error error_of(int code, int system_error);

} // namespace progress
