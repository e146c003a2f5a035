// Every program in programs/ attacks whoever grades it, and says in its first lines what must come of it:
//
//   attack: what it does
//   exercise: the one that it is handed in for
//   verdict: the one that it must get; one that does the exercise as well may pass
//   contained: the levels at which nothing outside may change or be seen (A B C D E, or some of them)
//   cause: the first cause of its failure (may be left out)
//   case: the case that is run, or `all` (otherwise the first)
//   places: the names of those below in which it is tried, or `all` (otherwise those named after a level
//   alone) submission: strange (links, a pipe and a socket lie beside it) load: heavy (nothing else is tested
//   meanwhile)
//
// In its text @secret@, @outside@ and so on are where the canaries are. It prints "tried" when it has done
// its worst, and a line that begins with "gained:" for everything that it got and should not have. Each is
// bounded, so that it does no harm even where it succeeds. While it is graded, a program that is right is
// graded again and again, and must pass.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "attacks/canaries.hh"
#include "base/text.hh"
#include "record/transcript_json.hh"
#include "system/command.hh"
#include "system/find_program.hh"
#include "tests/support/places.hh"

namespace sockgrade {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

const std::string kSource = source_folder();
constexpr uid_t kNobody = 65534;

// A machine that lacks something (support/without.cc), and the level that is left there.
struct Place {
    std::string name;
    std::string level;
    std::vector<std::string> lacks;

    bool lacks_root() const { return std::find(lacks.begin(), lacks.end(), "root") != lacks.end(); }
};

// Names of tests would show the bytes otherwise.
void PrintTo(const Place& place, std::ostream* out) { *out << place.name; }

std::vector<Place> places() {
    if (::geteuid() == 0)
        return {{"A", "A", {}},
                {"AFewDescriptors", "A", {"descriptors"}},
                {"B", "B", {"control-groups"}},
                {"BNobody", "B", {"control-groups", "root"}},
                {"BRootAlone", "B", {"control-groups", "other-users"}},
                {"BContainer", "B", {"control-groups", "root", "settings", "host-name"}},
                {"C", "C", {"user-namespaces"}},
                {"D", "D", {"namespaces", "capabilities"}},
                {"E", "E", {"namespaces", "root"}}};
    // Whether there are control groups for it is the machine's decision.
    return {{"B", "A B", {}}, {"E", "E", {"namespaces"}}};
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();  // an iterator would throw when a process ends while its files are read
    return text.str();
}

bool has_word(const std::string& words, const std::string& word) {
    std::istringstream all(words);
    const std::istream_iterator<std::string> end;
    return std::find(std::istream_iterator<std::string>(all), end, word) != end;
}

struct Attack {
    std::string file;
    std::map<std::string, std::string> header;

    explicit Attack(const fs::path& path) : file(path.string()) {
        std::istringstream lines(text_of(path));
        for (std::string line; std::getline(lines, line);) {
            const std::size_t begin = line.find_first_not_of("#/ ");
            const std::size_t colon = line.find(": ");
            if (begin == 0 || begin == std::string::npos || colon == std::string::npos) return;
            header[line.substr(begin, colon - begin)] = line.substr(colon + 2);
        }
    }
    std::string operator[](const std::string& name) const {
        const auto found = header.find(name);
        return found == header.end() ? "" : found->second;
    }
    // What is wrong with the header.
    std::vector<std::string> mistakes() const {
        std::vector<std::string> wrong;
        for (const char* name : {"attack", "exercise", "verdict", "contained"})
            if ((*this)[name].empty()) wrong.push_back(fmt::format("{}: no line '{}: ...'", file, name));
        const std::vector<std::string> known = {"attack", "exercise", "verdict",    "contained", "cause",
                                                "case",   "places",   "submission", "load",      "needs"};
        for (const auto& [name, value] : header)
            if (std::find(known.begin(), known.end(), name) == known.end())
                wrong.push_back(fmt::format("{}: what is '{}'?", file, name));
        return wrong;
    }
};

struct Trial {
    Attack attack;
    Place place;
};

void PrintTo(const Trial& trial, std::ostream* out) { *out << trial.attack.file; }

bool is_tried_in(const std::string& places, const std::string& place) {
    if (places.empty()) return place.size() == 1;
    return places == "all" || has_word(places, place);
}

std::vector<Trial> trials(bool heavy) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(kSource + "/tests/attacks/programs"))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Trial> all;
    for (const fs::path& file : files) {
        const Attack attack(file);
        if ((attack["load"] == "heavy") != heavy) continue;
        for (const Place& place : places())
            if (is_tried_in(attack["places"], place.name)) all.push_back({attack, place});
    }
    return all;
}

std::vector<std::string> processes_with(const std::string& word) {
    std::vector<std::string> found;
    std::error_code error;
    for (fs::directory_iterator entry("/proc", error), end; !error && entry != end; entry.increment(error)) {
        std::string line = text_of(entry->path() / "cmdline");
        std::replace(line.begin(), line.end(), '\0', ' ');
        if (line.find(word) != std::string::npos)
            found.push_back(entry->path().filename().string() + " " + line);
    }
    return found;
}

// What a terminal, or a CI runner that reads along, would act on.
std::string first_order_in(const std::string& report) {
    std::istringstream lines(report);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t begin = line.find_first_not_of(' ');
        if (begin != std::string::npos && line.compare(begin, 2, "::") == 0) return line;
        if (line.find("##[") != std::string::npos) return line;
        for (const char c : line)
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return quote(line);
        // C1 controls, and marks that turn the direction of text.
        for (const char* mark :
             {"\xc2\x80", "\xc2\x85", "\xc2\x9b", "\xc2\x9d", "\xe2\x80\x8e", "\xe2\x80\x8f", "\xe2\x80\xaa",
              "\xe2\x80\xae", "\xe2\x81\xa6", "\xe2\x81\xa9"})
            if (line.find(mark) != std::string::npos) return quote(line);
    }
    return is_utf8(report) ? "" : "it is no UTF-8";
}

struct Said {
    int status = -1;  // -1: it did not end by itself
    std::string output;
};

Said run(std::vector<std::string> argv, const std::string& temporary, const std::string& secret = "") {
    system::CommandOptions command;
    command.argv = std::move(argv);
    command.environment = {"PATH=" + system::search_path(), "TMPDIR=" + temporary, "HOME=" + temporary,
                           "SOCKGRADE_CANARY=" + secret};
    command.time_limit = std::chrono::seconds(110);
    command.output_limit = std::size_t{64} << 20;
    const system::CommandResult result = system::run_command(command);
    const auto* exited = std::get_if<system::Exited>(&result.end);
    return {exited == nullptr ? -1 : exited->status, result.output};
}

// sockgrade, as on that machine.
std::vector<std::string> as_in(const Place& place, const std::vector<std::string>& command) {
    std::vector<std::string> argv{without_program()};
    argv.insert(argv.end(), place.lacks.begin(), place.lacks.end());
    argv.insert(argv.end(), {"--", sockgrade_program()});
    argv.insert(argv.end(), command.begin(), command.end());
    return argv;
}

class Attacks : public testing::TestWithParam<Trial> {
  protected:
    Attacks() : canaries_(GetParam().place.lacks_root() ? kNobody : ::geteuid()) {
        fs::create_directory(canaries_.folder("kept"));
        fs::permissions(canaries_.folder("kept"), fs::perms(0777));
    }

    static std::vector<std::string> there(const std::vector<std::string>& command) {
        return as_in(GetParam().place, command);
    }

    std::string hand_in(const Attack& attack) const {
        std::string text = text_of(attack.file);
        auto places = canaries_.places();
        places["level"] = GetParam().place.name.substr(0, 1);
        for (const auto& [name, place] : places) {
            const std::string hole = "@" + name + "@";
            for (std::size_t at = 0; (at = text.find(hole, at)) != std::string::npos; at += place.size())
                text.replace(at, hole.size(), place);
        }
        const fs::path folder = canaries_.folder("submission");
        const fs::path file = folder / fs::path(attack.file).filename();
        std::ofstream(file, std::ios::binary) << text;
        if (file.extension() == ".py")
            fs::copy_file(kSource + "/tests/attacks/support/honest.py", folder / "honest.py");
        if (attack["submission"] == "strange") lay_strange_files(folder);
        return file;
    }

    void lay_strange_files(const fs::path& folder) const {
        fs::create_symlink(canaries_.places().at("secret"), folder / "link");
        fs::create_directory_symlink(canaries_.places().at("outside"), folder / "elsewhere");
        fs::create_symlink("../outside/secret", folder / "relative");
        fs::create_symlink("loop", folder / "loop");
        ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0666), 0);
        std::ofstream(folder / "two\nlines\x1b[31m") << "text";
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string name = folder / "door";
        std::memcpy(address.sun_path, name.data(), std::min(name.size(), sizeof(address.sun_path) - 1));
        const system::Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        ASSERT_EQ(::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
    }

    Said grade(const Attack& attack, const std::string& program) const {
        std::vector<std::string> command = {"check",
                                            attack["exercise"],
                                            program,
                                            "--format",
                                            "json",
                                            "--output",
                                            result_file(),
                                            "--transcripts",
                                            canaries_.folder("kept/transcripts"),
                                            "--jobs",
                                            "2"};
        if (attack["case"] != "all") {
            command.emplace_back("--case");
            command.push_back(attack["case"].empty() ? "replies-in-capitals" : attack["case"]);
        }
        return run(there(command), canaries_.folder("temporary"), canaries_.secret("environment"));
    }

    // Again and again, until told to stop. What went wrong, or nothing.
    std::string grade_the_neighbour(const std::atomic<bool>& stop) const {
        const std::vector<std::string> command = {
            "check", "tcp-capitalize-server",
            kSource + "/tests/programs/tcp-capitalize-server/accepted/threads.py", "--case",
            "replies-in-capitals"};
        do {
            const Said said = run(there(command), canaries_.folder("neighbour"));
            if (said.status != 0) return fmt::format("exit status {}: {}", said.status, said.output);
        } while (!stop);
        return "";
    }

    // What an older kernel has not, doctor has to say of it.
    bool has_what_it_needs(const Attack& attack) const {
        if (attack["needs"].empty()) return true;
        const Said said = run(there({"doctor", "--format", "json"}), canaries_.folder("neighbour"));
        const nlohmann::json doctor = nlohmann::json::parse(said.output);
        for (const auto& ability : doctor.at("abilities"))
            if (ability["name"] == attack["needs"]) return ability["works"];
        ADD_FAILURE() << "doctor does not know " << attack["needs"];
        return false;
    }

    std::string result_file() const { return canaries_.places().at("result"); }

    std::vector<std::string> transcripts() const {
        std::vector<std::string> files;
        std::error_code error;
        for (fs::directory_iterator entry(canaries_.folder("kept/transcripts"), error), end;
             !error && entry != end; entry.increment(error))
            files.push_back(entry->path());
        return files;
    }

    // All that the attack could tell: by its outputs and to its peer.
    std::string told() const {
        std::string text;
        for (const std::string& file : transcripts())
            for (const model::Event& event : record::transcript_from_json(text_of(file)).events) {
                if (const auto* printed = std::get_if<model::event::Printed>(&event.what))
                    text += printed->bytes;
                if (const auto* received = std::get_if<model::event::Received>(&event.what))
                    text += received->bytes;
            }
        return text;
    }

    void expect_result(const Attack& attack, const Said& said) const {
        const std::string& verdict = attack["verdict"];
        const std::map<std::string, int> statuses = {{"passed", 0}, {"failed", 1}, {"inconclusive", 3}};
        ASSERT_TRUE(statuses.contains(verdict)) << verdict;
        const std::string text = text_of(result_file());
        const nlohmann::json result = nlohmann::json::parse(text, nullptr, false);
        ASSERT_FALSE(result.is_discarded()) << said.output << text.substr(0, 1000);
        EXPECT_EQ(said.status, statuses.at(verdict)) << said.output;
        EXPECT_EQ(result.value("verdict", ""), verdict) << text.substr(0, 4000);
        EXPECT_TRUE(has_word(GetParam().place.level, result.value("isolation", "")));
        if (!attack["cause"].empty()) {
            EXPECT_EQ(result["cases"][0].value("cause", nlohmann::json()), attack["cause"])
                << text.substr(0, 4000);
        }
        EXPECT_EQ(first_order_in(text), "");
        const std::vector<std::string> files = transcripts();
        ASSERT_FALSE(files.empty());
        const std::string report =
            run({sockgrade_program(), "rejudge", files.front(), "--verbose"}, canaries_.folder("neighbour"))
                .output;
        EXPECT_THAT(report, testing::HasSubstr(attack["exercise"]));
        EXPECT_EQ(first_order_in(report), "");
    }

    void expect_containment(const Said& said, const std::string& told) const {
        for (const std::string& text : {told, said.output, text_of(result_file())})
            EXPECT_EQ(text.find(canaries_.anything_secret()), std::string::npos) << "a secret was read";
        std::istringstream lines(told);
        for (std::string line; std::getline(lines, line);)
            if (line.starts_with("gained:")) ADD_FAILURE() << quote(line);
        EXPECT_THAT(canaries_.harm(), IsEmpty());
    }

    const Canaries canaries_;
};

TEST_P(Attacks, IsContained) {
    const Attack& attack = GetParam().attack;
    ASSERT_THAT(attack.mistakes(), IsEmpty());
    const std::string program = hand_in(attack);

    std::atomic<bool> stop = false;
    std::string neighbour;
    std::thread beside([&] { neighbour = grade_the_neighbour(stop); });
    const Said said = grade(attack, program);
    stop = true;
    beside.join();

    EXPECT_EQ(neighbour, "");
    expect_result(attack, said);
    const std::string told = this->told();
    EXPECT_NE(told.find("tried"), std::string::npos) << "the attack did not get to its end";
    // Without a world of its own it shares what all have, but what it started ends with it all the same.
    EXPECT_THAT(processes_with(canaries_.mark()), IsEmpty());
    const bool contained =
        has_word(attack["contained"], GetParam().place.name.substr(0, 1)) && has_what_it_needs(attack);
    if (contained) expect_containment(said, told);
    const std::vector<std::string> left = canaries_.left_behind();
    if (contained) {
        EXPECT_THAT(left, IsEmpty());
    } else {
        for (const std::string& word : canaries_.harm()) std::printf("not contained: %s\n", word.c_str());
        std::istringstream lines(told);
        for (std::string line; std::getline(lines, line);)
            if (line.starts_with("gained:")) std::printf("not contained: %s\n", quote(line).c_str());
        for (const std::string& word : left) std::printf("not contained: left %s\n", word.c_str());
    }
}

TEST(ThreatModel, NamesEveryAttackAndWhereItIsContained) {
    const std::string page = text_of(kSource + "/docs/isolation.md");
    std::size_t rows = 0;
    for (const auto& entry : fs::directory_iterator(kSource + "/tests/attacks/programs")) {
        const Attack attack(entry.path());
        const std::string row = fmt::format("| `{}` | {} | {} |\n", entry.path().filename().string(),
                                            attack["attack"], attack["contained"]);
        EXPECT_THAT(page, testing::HasSubstr(row));
        ++rows;
    }
    const std::size_t begin = page.find("\n| program | what it tries |");
    ASSERT_NE(begin, std::string::npos);
    const std::string table = page.substr(begin, page.find("\n\n", begin) - begin);
    std::size_t named = 0;
    for (std::size_t at = 0; (at = table.find("\n| `", at)) != std::string::npos; ++at) ++named;
    EXPECT_EQ(named, rows) << "a row is about a program that is not there";
}

std::string name_of(const testing::TestParamInfo<Trial>& info) {
    std::string name = fs::path(info.param.attack.file).filename().string();
    std::replace_if(
        name.begin(), name.end(), [](char c) { return std::isalnum(c) == 0; }, '_');
    return name + "_" + info.param.place.name;
}

class Links : public testing::TestWithParam<Place> {};

// An interpreter that was let read it would quote what it can't understand.
TEST_P(Links, AProgramThatIsALinkToASecretShowsNothingOfIt) {
    const Canaries canaries(GetParam().lacks_root() ? kNobody : ::geteuid());
    const std::string file = canaries.folder("submission/server.py");
    fs::create_symlink(canaries.places().at("secret"), file);
    for (const std::string& program : {file, canaries.folder("submission")}) {
        const Said said = run(as_in(GetParam(), {"check", "tcp-capitalize-server", program, "--verbose"}),
                              canaries.folder("temporary"));
        EXPECT_EQ(said.status, program == file ? 1 : 2) << said.output;
        EXPECT_EQ(said.output.find(canaries.anything_secret()), std::string::npos) << said.output;
    }
    EXPECT_THAT(canaries.harm(), IsEmpty());
    EXPECT_THAT(canaries.left_behind(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Light, Links, testing::ValuesIn(places()),
                         [](const auto& links) { return links.param.name; });
INSTANTIATE_TEST_SUITE_P(Light, Attacks, testing::ValuesIn(trials(false)), name_of);
INSTANTIATE_TEST_SUITE_P(Heavy, Attacks, testing::ValuesIn(trials(true)), name_of);

}  // namespace
}  // namespace sockgrade
