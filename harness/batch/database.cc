#include "batch/database.hh"

#include <fcntl.h>
#include <fmt/format.h>

#include <cctype>
#include <cerrno>
#include <exception>
#include <filesystem>

#include "base/error.hh"
#include "system/fd.hh"
#include "system/system_error.hh"

namespace sockgrade::batch {

namespace {

// A reader holds a database for milliseconds.
constexpr int kWaitForOthersMs = 10'000;

constexpr const char* kWithoutLocks = "unix-none";  // the VFS of SQLite that takes none

// Asked of the file itself: a file system may be mounted with or without them.
bool can_be_locked(const std::string& path) {
    const system::Fd file(::open(path.c_str(), O_RDWR | O_CLOEXEC));
    if (!file.valid()) return true;  // SQLite says better what is wrong
    struct flock any {};
    any.l_type = F_RDLCK;
    any.l_whence = SEEK_SET;
    return ::fcntl(file.get(), F_GETLK, &any) == 0;
}

// As SQLite reads a name with parameters (sqlite.org/uri.html).
std::string uri_of(const std::string& path) {
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '/' || c == '-' || c == '_' || c == '.')
            uri += c;
        else
            uri += fmt::format("%{:02x}", byte);
    }
    return uri + "?mode=ro";
}

}  // namespace

Statement::Statement(Database& database, std::string_view sql, std::initializer_list<SqlValue> values)
    : database_(database) {
    sqlite3_stmt* statement = nullptr;
    const int code = ::sqlite3_prepare_v2(database.handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                          &statement, nullptr);
    statement_.reset(statement);
    if (code != SQLITE_OK) database.fail(code);
    int index = 0;
    for (const SqlValue& value : values) {
        ++index;
        const auto* number = std::get_if<std::int64_t>(&value);
        const auto* text = std::get_if<std::string_view>(&value);
        const int bound =
            number != nullptr
                ? ::sqlite3_bind_int64(statement, index, *number)
                : ::sqlite3_bind_text64(statement, index, text->data() == nullptr ? "" : text->data(),
                                        text->size(), SQLITE_STATIC, SQLITE_UTF8);
        if (bound != SQLITE_OK) database.fail(bound);
    }
}

bool Statement::step() {
    const int code = ::sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) database_.fail(code);
    return false;
}

std::string Statement::text(int column) const {
    const unsigned char* text = ::sqlite3_column_text(statement_.get(), column);
    const auto size = static_cast<std::size_t>(::sqlite3_column_bytes(statement_.get(), column));
    return text == nullptr ? "" : std::string(reinterpret_cast<const char*>(text), size);
}

Database::Database(const std::string& path, Mode mode) : path_(path) {
    sqlite3* handle = nullptr;
    // For reading too: after a process was killed in a commit, whoever comes first has to undo its half of
    // it.
    const int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI | (mode == Mode::write ? SQLITE_OPEN_CREATE : 0);
    const bool takes_no_locks = mode == Mode::alone || (mode == Mode::read && !can_be_locked(path));
    const int code = ::sqlite3_open_v2(std::filesystem::absolute(path).c_str(), &handle, flags,
                                       takes_no_locks ? kWithoutLocks : nullptr);
    handle_.reset(handle);
    if (code != SQLITE_OK) fail(code);
    ::sqlite3_extended_result_codes(handle, 1);
    ::sqlite3_busy_timeout(handle, kWaitForOthersMs);
    // What the file says about itself is not to be trusted with more than data.
    ::sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    ::sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (mode == Mode::read) run_script("PRAGMA query_only=1");
}

void Database::attach(const std::string& path, const std::string& name) {
    const std::string uri = uri_of(path) + (can_be_locked(path) ? "" : std::string("&vfs=") + kWithoutLocks);
    run("ATTACH ? AS " + name, {uri});
}

void Database::run_script(const char* sql) {
    const int code = ::sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
}

void Database::fail(int code) {
    const int primary = code & 0xff;
    if (primary == SQLITE_NOTADB || primary == SQLITE_CORRUPT)
        throw UsageError(fmt::format("'{}' holds no results: it is damaged or something else", path_));
    if (primary == SQLITE_FULL) throw system::SystemError("write " + path_, ENOSPC);
    const int reason = handle_ ? ::sqlite3_system_errno(handle_.get()) : 0;
    // SQLite does not always keep the reason.
    if (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN)
        throw system::SystemError("use " + path_, reason != 0 ? reason : EIO);
    throw std::runtime_error(
        fmt::format("'{}': {} (SQLite {})", path_, ::sqlite3_errmsg(handle_.get()), code));
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        database_.run("ROLLBACK");
    } catch (const std::exception&) {
        // After a full disk SQLite has rolled back by itself.
    }
}

void Transaction::commit() {
    database_.run("COMMIT");
    open_ = false;
}

}  // namespace sockgrade::batch
