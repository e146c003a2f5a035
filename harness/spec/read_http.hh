// What is asked of an HTTP response.
#pragma once

#include "spec/read_message.hh"

namespace sockgrade::spec {

model::HttpWanted read_http(const Section& section, const MessageRules& rules);

}  // namespace sockgrade::spec
