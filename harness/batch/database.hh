// SQLite, as far as results take it: statements with their values, and errors that say whose they are.
//
// What the disk refuses (full, gone, no permission) is a SystemError; a file that is no database, or a
// damaged one, is a UsageError.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace sockgrade::batch {

using SqlValue = std::variant<std::int64_t, std::string_view>;

// SQLite has no unsigned numbers.
inline std::int64_t as_stored(std::uint64_t number) { return static_cast<std::int64_t>(number); }

class Database;

class Statement {
  public:
    // True when there is a row.
    bool step();
    std::int64_t number(int column) const { return ::sqlite3_column_int64(statement_.get(), column); }
    // Stored by `as_stored`.
    std::uint64_t unsigned_number(int column) const { return static_cast<std::uint64_t>(number(column)); }
    std::string text(int column) const;
    bool is_null(int column) const { return ::sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

  private:
    friend class Database;
    Statement(Database& database, std::string_view sql, std::initializer_list<SqlValue> values);

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { ::sqlite3_finalize(statement); }
    };
    Database& database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Database {
  public:
    enum class Mode {
        read,  // also where the file system has no locks: what lies there is written in one piece
        write,
        alone,  // without locks: whoever else could write to it is kept away by other means
    };
    Database(const std::string& path, Mode mode);

    const std::string& path() const { return path_; }

    // Texts of the values must stay until the statement is done.
    Statement query(std::string_view sql, std::initializer_list<SqlValue> values = {}) {
        return {*this, sql, values};
    }
    void run(std::string_view sql, std::initializer_list<SqlValue> values = {}) {
        Statement statement = query(sql, values);
        while (statement.step()) {
        }
    }
    // Another database under a name, to read from; without locks where its file system has none.
    void attach(const std::string& path, const std::string& name);
    void detach(const std::string& name) { run("DETACH " + name); }
    // Several statements without values.
    void run_script(const char* sql);

    [[noreturn]] void fail(int code);

  private:
    struct Close {
        void operator()(sqlite3* handle) const { ::sqlite3_close_v2(handle); }
    };
    friend class Statement;
    std::string path_;
    std::unique_ptr<sqlite3, Close> handle_;
};

// All or nothing: rolled back unless it was committed.
class Transaction {
  public:
    explicit Transaction(Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

  private:
    Database& database_;
    bool open_ = true;
};

}  // namespace sockgrade::batch
