// A zip archive, written: what course systems take back.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace sockgrade::batch {

struct ZipEntry {
    std::string path;  // with slashes, in UTF-8
    std::string text;
};

// Complete or not there: it is written beside and moved. UsageError when it can't be written.
void write_zip(const std::string& path, const std::vector<ZipEntry>& entries);

}  // namespace sockgrade::batch
