// A case as a capture that Wireshark opens: the packets that would have carried what the transcript tells,
// with what the program did between them as comments.
#pragma once

#include <string>

#include "model/transcript.hh"

namespace sockgrade::capture {

// The bytes of a pcapng file. Interface 0 is what arrived; a case whose network loses datagrams has a second
// one, `link: dropped`.
std::string to_pcapng(const model::Transcript& transcript);

}  // namespace sockgrade::capture
