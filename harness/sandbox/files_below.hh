// Files in a folder in which a hostile program does as it likes: each is looked for below it and nowhere
// else, and no link is followed on the way.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/event.hh"
#include "sandbox/identity.hh"
#include "system/fd.hh"

namespace sockgrade::sandbox {

// Puts a file in the place of whatever file or link has its name. Throws SystemError; a folder of that name
// is one.
void write_below(const system::Fd& folder, const std::string& path, std::string_view bytes,
                 const Identity& owner);

// At most `most` of its bytes. Throws SystemError when the machine does not let us look.
model::event::FileSeen look_below(const system::Fd& folder, const std::string& path, std::size_t most);

}  // namespace sockgrade::sandbox
