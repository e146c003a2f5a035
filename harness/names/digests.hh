// Bytes as other bytes: digests, checksums, and how binary is written as text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sockgrade::names {

// Small hexadecimal digits.
std::string hexadecimal(std::string_view bytes);
std::string base64(std::string_view bytes);

// The digest's bytes; `name` is one that OpenSSL knows, such as "SHA256".
std::string digest(const char* name, std::string_view bytes);

std::uint32_t crc32_of(std::string_view bytes);
// The checksum of IP, UDP and TCP (RFC 1071).
std::uint16_t internet_checksum(std::string_view bytes);

// The low `size` bytes of the number, the highest first.
std::string big_endian(std::uint64_t number, unsigned size);
std::string little_endian(std::uint64_t number, unsigned size);

}  // namespace sockgrade::names
