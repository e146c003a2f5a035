// Names of hand-ins, of what is in archives and in folders: what is made of them stays in its folder.
#include "batch/names.hh"

#include <algorithm>

#include "base/text.hh"
#include "batch/glob.hh"
#include "batch/safe_folder.hh"
#include "build/nearest.hh"
#include "build/other_files.hh"
#include "tests/fuzz/problems.hh"
#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

namespace {

void require_one_name(const std::string& name, std::string_view of) {
    require(!name.empty() && name != "." && name != ".." && name.size() <= 255 &&
                name.find_first_of(std::string_view("/\\\0:", 4)) == std::string::npos,
            "a folder has a name of its own", of);
    require_plain(name);
}

void look_at_path(std::string_view name) {
    const batch::SafePath path = batch::safe_path(name);
    if (!path.refusal.empty()) return;
    require(is_utf8(path.to_string()), "a path is UTF-8", path.to_string());
    for (const std::string& part : path.parts)
        require(!part.empty() && part != "." && part != ".." && part.find('/') == std::string::npos &&
                    part.find('\0') == std::string::npos,
                "a path leads down", name);
}

}  // namespace

void look_at(std::string_view input) {
    Pieces pieces(input);
    const std::string name = pieces.text();
    const std::string other = pieces.text();
    for (const bool is_folder : {false, true}) {
        const batch::NameParts parts = batch::parts_of_name(name, is_folder);
        require(parts.file.size() <= name.size(), "a file's own name is a part of the name", name);
    }
    require(batch::handed_in_again(name).number >= 0, "numbers do not overflow", name);
    static_cast<void>(batch::stem_of(name));
    static_cast<void>(batch::is_archive_name(name));
    require_one_name(batch::file_name_of(name), name);
    require(name == other || batch::file_name_of(name) != batch::file_name_of(other),
            "other names stay others", input);
    look_at_path(name);
    if (!batch::stays_inside({"a", "b"}, name) && !name.empty() && !name.starts_with('/'))
        require(name.find("..") != std::string::npos ||
                    std::any_of(name.begin(), name.end(),
                                [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }),
                "what leads out has dots", name);
    require(name.ends_with('/') || batch::glob_matches("**", name, true), "** fits all files", name);
    static_cast<void>(batch::glob_matches(other, name, true));
    static_cast<void>(build::is_clutter(name));
    static_cast<void>(build::kind_of_other(name));
    require_plain(build::advice_on_other(name));
}

}  // namespace sockgrade::fuzz
