// What words say of something: that it is right, that it is wrong, or that it is not there. "ok", "not ok",
// "no error", "valid: false".
#pragma once

#include <span>

#include "wording/tokens.hh"

namespace sockgrade::wording {

enum class Word { nothing, ok, wrong, absent, contradiction };

// `about`: where the thing that they are about is named among the tokens; tokens.size() where it is not.
Word said_in(std::span<const Token> tokens, std::size_t about);

}  // namespace sockgrade::wording
