// Drives a target without libFuzzer: each file of its corpus as it is, and then so many changed ones, the
// same in every run. `fuzz_NAME CORPUS RUNS [WORDS]`; a finding is left in ./found-NAME. `fuzz_NAME FILE`
// looks at one input.
#include <sanitizer/common_interface_defs.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/random.hh"
#include "tests/fuzz/target.hh"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;
using Bytes = std::string;

constexpr std::size_t kLargest = 8192;

std::string file_for_finding;
Bytes looked_at;

void keep_finding() {
    std::ofstream(file_for_finding, std::ios::binary) << looked_at;
    std::fprintf(stderr, "fuzz: the input is in %s\n", file_for_finding.c_str());
}

void keep_finding_of_signal(int) {
    keep_finding();
    std::_Exit(1);
}

Bytes bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void look_at(Bytes bytes) {
    looked_at = std::move(bytes);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(looked_at.data()), looked_at.size());
}

// As libFuzzer writes them: a line each, in quotes, with \xHH, \" and \\.
std::vector<Bytes> words_of(const fs::path& file) {
    std::vector<Bytes> words;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with('"')) continue;
        Bytes word;
        for (std::size_t i = 1; i + 1 < line.size(); ++i) {
            const bool is_escape = line[i] == '\\';
            if (is_escape && line[i + 1] == 'x') {
                word += static_cast<char>(std::stoi(line.substr(i + 2, 2), nullptr, 16));
                i += 3;
            } else {
                word += is_escape ? line[++i] : line[i];
            }
        }
        words.push_back(word);
    }
    return words;
}

class Changes {
  public:
    Changes(std::vector<Bytes> corpus, std::vector<Bytes> words)
        : corpus_(std::move(corpus)), words_(std::move(words)) {
        if (corpus_.empty()) corpus_.emplace_back();
        if (words_.empty()) words_.emplace_back(1, '\0');
    }

    Bytes next() {
        Bytes bytes = one_of(corpus_);
        for (std::size_t i = chance_.below(5) + 1; i > 0; --i) change(bytes);
        bytes.resize(std::min(bytes.size(), kLargest));
        return bytes;
    }

  private:
    const Bytes& one_of(const std::vector<Bytes>& all) { return all[chance_.below(all.size())]; }
    std::size_t place_in(const Bytes& bytes) { return chance_.below(bytes.size() + 1); }
    Bytes part_of(const Bytes& bytes) {
        const std::size_t at = place_in(bytes);
        return bytes.substr(at, chance_.below(std::min<std::size_t>(bytes.size() - at, 64) + 1));
    }

    void change(Bytes& bytes) {
        const std::size_t at = place_in(bytes);
        switch (chance_.below(6)) {
            case 0:
                bytes.insert(at, one_of(words_));
                break;
            case 1:
                bytes.erase(at, chance_.below(32) + 1);
                break;
            case 2:
                bytes.insert(at, part_of(one_of(corpus_)));
                break;
            case 3:
                bytes.insert(at, part_of(bytes));
                break;
            case 4:
                bytes.insert(at, 1, static_cast<char>(chance_.below(256)));
                break;
            default:
                if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << chance_.below(8)));
        }
    }

    std::vector<Bytes> corpus_;
    std::vector<Bytes> words_;
    sockgrade::RandomStream chance_{1};
};

int replay(const fs::path& folder, std::size_t runs, std::vector<Bytes> words) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Bytes> corpus;
    corpus.reserve(files.size());
    for (const fs::path& file : files) corpus.push_back(bytes_of(file));
    for (const Bytes& bytes : corpus) look_at(bytes);
    Changes changes(corpus, std::move(words));
    for (std::size_t i = 0; i < runs; ++i) look_at(changes.next());
    std::printf("%zu inputs as they are, %zu changed ones: nothing found\n", corpus.size(), runs);
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> words(arguments, arguments + count);
    if (count < 2) return 2;
    file_for_finding = "found-" + fs::path(words[0]).filename().string();
    __sanitizer_set_death_callback(keep_finding);
    std::signal(SIGABRT, keep_finding_of_signal);
    if (count > 2)
        return replay(words[1], std::stoul(words[2]), count > 3 ? words_of(words[3]) : std::vector<Bytes>{});
    look_at(bytes_of(words[1]));
    return 0;
}
