#include "shipped/data_folder.hh"

#include <initializer_list>
#include <system_error>

namespace sockgrade::shipped {

namespace fs = std::filesystem;

std::optional<fs::path> data_folder(const Places& places) {
    const fs::path beside = places.executable.parent_path();
    std::error_code ignored;
    for (const fs::path& folder :
         {beside / "../share/sockgrade", beside / "share/sockgrade", places.installed, places.source})
        if (folder.is_absolute() && fs::is_directory(folder / "specs", ignored))
            return folder.lexically_normal();
    return std::nullopt;
}

}  // namespace sockgrade::shipped
