// Patterns for paths in a hand-in. Pure.
//
// `*` and `?` stand for letters but not for a slash, `**` for any number of folders, `[abc]` and `[a-z]` for
// one letter, `{py,c}` for one of several texts. Hand-ins come wrapped in folders that nobody asked for, so a
// pattern fits at any depth; one that begins with a slash fits from the top only. A folder ends with a slash,
// and only a pattern that does so too fits one: `task/*` finds what is in the folder, and not the folder.
#pragma once

#include <string>
#include <string_view>

namespace sockgrade::batch {

// `path` is relative, its folders parted by single slashes.
bool glob_matches(std::string_view pattern, std::string_view path, bool ignore_case);

}  // namespace sockgrade::batch
