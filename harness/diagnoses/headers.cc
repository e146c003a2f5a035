// Theory. The datagrams stand in what was typed, so it can be tried out which mistake leads to the numbers
// and verdicts that were printed.
#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using namespace fmt::literals;

namespace {

// Lines are typed in this case, and nothing goes over the network.
bool works_on_its_input(const model::Transcript& transcript) {
    const auto& steps = transcript.plan.steps;
    return transcript.first<event::SocketCall>() == nullptr &&
           std::any_of(steps.begin(), steps.end(), [](const model::Step& step) {
               return std::holds_alternative<model::Typed>(step.action);
           });
}

}  // namespace

// It took a line of its input, or a few, and ended before the next.
std::optional<model::Diagnosis> reads_one_line_only(const CaseView& view) {
    const auto& end = view.end;
    if (!works_on_its_input(view.transcript) || view.cause != model::Cause::exited_early ||
        !end.has_value() || end->termination.how != model::Termination::How::exited ||
        end->termination.code != 0)
        return std::nullopt;
    std::size_t before = 0;
    for (const model::Event& one : view.transcript.events) {
        const auto* typed = std::get_if<event::Typed>(&one.what);
        if (typed == nullptr) continue;
        if (one.number < end->number) {
            ++before;
        } else if (before > 0) {
            return say<words::reads_one_line_only>({end->number, one.number},
                                                   "lines"_a = count_of(before, "line"),
                                                   "line"_a = quote(bare(typed->bytes), 60));
        }
    }
    return std::nullopt;
}

namespace {

using Bytes = std::vector<unsigned>;

struct DumpedDatagram {
    Bytes addresses;  // eight bytes: from, to
    Bytes bytes;

    unsigned at(std::size_t i) const { return bytes[i] * 256 + bytes[i + 1]; }
    unsigned swapped(std::size_t i) const { return bytes[i + 1] * 256 + bytes[i]; }
};

std::optional<unsigned> byte_in(std::string_view text, int base) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{} || end != text.data() + text.size() || value > 255) return std::nullopt;
    return value;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(at, begin), text.size());
        if (end > begin) parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

// "192.168.1.7 192.168.1.20 30 39 ...": nothing for another kind of line.
std::optional<DumpedDatagram> datagram_in(std::string_view line) {
    constexpr std::size_t kHeader = 8;
    const auto words = split(line, ' ');
    if (words.size() < 2 + kHeader) return std::nullopt;
    DumpedDatagram datagram;
    for (const std::size_t i : {0U, 1U})
        for (const std::string_view part : split(words[i], '.'))
            if (const auto byte = byte_in(part, 10)) datagram.addresses.push_back(*byte);
    for (std::size_t i = 2; i < words.size(); ++i) {
        const auto byte = byte_in(words[i], 16);
        if (!byte || words[i].size() != 2) return std::nullopt;
        datagram.bytes.push_back(*byte);
    }
    return datagram.addresses.size() == kHeader ? std::optional(datagram) : std::nullopt;
}

struct Sum {
    bool pseudo_header = true;
    bool carry = true;
    bool odd_byte = true;
    bool sender_twice = false;

    bool holds(const DumpedDatagram& datagram) const { return (folded(datagram) & 0xffff) == 0xffff; }

    // `before`: what a sum that does not begin with 0 holds already.
    unsigned long folded(const DumpedDatagram& datagram, unsigned long before = 0) const {
        Bytes all;
        const auto size = static_cast<unsigned>(datagram.bytes.size());
        if (pseudo_header) {
            all = datagram.addresses;
            constexpr std::size_t kAddress = 4;
            if (sender_twice) std::copy_n(all.begin(), kAddress, all.begin() + kAddress);
            for (const unsigned byte : {0U, 17U, size / 256, size % 256}) all.push_back(byte);
        }
        all.insert(all.end(), datagram.bytes.begin(), datagram.bytes.end());
        if (odd_byte) all.push_back(0);
        unsigned long sum = before;
        for (std::size_t i = 0; i + 1 < all.size(); i += 2) sum += all[i] * 256 + all[i + 1];
        while (carry && sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
        return sum;
    }
};

// With no digit on either side. 0x may stand before one.
bool stands_alone(std::string_view output, std::string_view text) {
    const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    for (std::size_t at = output.find(text); at != std::string_view::npos; at = output.find(text, at + 1)) {
        const std::size_t end = at + text.size();
        if ((at == 0 || !is_digit(output[at - 1])) && (end == output.size() || !is_digit(output[end])))
            return true;
    }
    return false;
}

bool prints_number(std::string_view output, unsigned number) {
    const std::string text = std::to_string(number);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = output.find(text); at != std::string_view::npos; at = output.find(text, at + 1)) {
        const std::size_t end = at + text.size();
        if ((at == 0 || !is_digit(output[at - 1])) && (end == output.size() || !is_digit(output[end])))
            return true;
    }
    return false;
}

model::Diagnosis says(std::string message, const char* hint) { return {"", std::move(message), hint, {}}; }

// A number with a sign: what two bytes, or one, become in Java, or as a short in C.
std::optional<model::Diagnosis> negative_number(const std::vector<DumpedDatagram>& datagrams,
                                                const std::string& output) {
    constexpr const char* kUnsigned =
        "The numbers of a header have no sign. In Java bytes and shorts do: take b & 0xff of each byte and "
        "number & "
        "0xffff of a short. In C use uint16_t and unsigned char, in struct.unpack() \"!H\" and not \"!h\".";
    constexpr unsigned kTooLarge = 0x10000;
    for (const DumpedDatagram& one : datagrams)
        for (const std::size_t i : {0U, 2U, 4U}) {
            const std::string negative = fmt::format("-{}", kTooLarge - one.at(i));
            if (one.at(i) < kTooLarge / 2 || !contains(output, " " + negative)) continue;
            return says(fmt::format("Your program printed {} where {} stands: it is {} - 65536.", negative,
                                    one.at(i), one.at(i)),
                        kUnsigned);
        }
    for (std::size_t at = output.find(" -"); at != std::string::npos; at = output.find(" -", at + 1)) {
        const std::size_t end = std::min(output.find_first_not_of("0123456789", at + 2), output.size());
        if (end == at + 2) continue;
        return says(
            fmt::format("Your program printed a negative number, {}.", output.substr(at + 1, end - at - 1)),
            kUnsigned);
    }
    return std::nullopt;
}

std::optional<model::Diagnosis> wrong_number(const DumpedDatagram& one, const std::string& output) {
    const unsigned from = one.at(0);
    const unsigned to = one.at(2);
    if (!prints_number(output, from) && prints_number(output, one.swapped(0)) &&
        prints_number(output, one.swapped(2)))
        return says(
            fmt::format("Your program printed {} where {} stands: the two bytes of the number are swapped.",
                        one.swapped(0), from),
            "In a header the more significant byte comes first: 256 * first + second, \"!H\" for "
            "struct.unpack(), ntohs() in C.");
    // printf("%x") leaves the zeros in front away.
    const auto in_hexadecimal = [small = to_lower(output)](unsigned port) {
        const std::string whole = fmt::format("{:04x}", port);
        const std::string shorter = fmt::format("{:x}", port);
        return stands_alone(small, whole) ? whole : stands_alone(small, shorter) ? shorter : "";
    };
    const std::string hexadecimal = in_hexadecimal(from);
    if (!prints_number(output, from) && !hexadecimal.empty() && !in_hexadecimal(to).empty())
        return says(
            fmt::format("Your program printed a port in hexadecimal, {}, in place of {}.", hexadecimal, from),
            "Print it as a decimal number: int(digits, 16) in Python, %d in C.");
    const std::size_t first = output.find(std::to_string(from));
    const std::size_t second = output.find(std::to_string(to));
    if (from != to && first != std::string::npos && second != std::string::npos && second < first)
        return says(
            fmt::format("Your program printed {} before {}: the ports have changed places.", to, from),
            "The first two bytes are the port of the sender, the next two that of the receiver.");
    const auto size = static_cast<unsigned>(one.bytes.size());
    if (prints_number(output, from) && !prints_number(output, size) && prints_number(output, size - 8))
        return says(
            fmt::format("Your program printed {} as the length, which is that of the message alone.",
                        size - 8),
            "The length stands in the header, in its third number, and counts the header's 8 bytes, too.");
    return std::nullopt;
}

// What turns a checksum that holds into one that seems wrong.
struct Slip {
    Sum sum;
    const char* what;
    const char* hint;
};

const std::array kSlips = {Slip{{.odd_byte = false},
                                "the last byte of an odd number does not count",
                                "Where the number of bytes is odd, add a zero byte behind the last one "
                                "before you take them in pairs."},
                           Slip{{.pseudo_header = false},
                                "the sum has no pseudo header",
                                "In front of the datagram the sum has a pseudo header: both addresses, a "
                                "zero byte, 17, and the length."},
                           Slip{{.carry = false},
                                "the sum loses its carry",
                                "The sum needs more than 16 bits (in C uint32_t, not uint16_t). What stands "
                                "above the lower 16 is added "
                                "to them until nothing stands there."}};

enum class Said { ok, wrong, none };

// "checksum ok", "checksum wrong", "checksum none", in their order.
std::vector<Said> verdicts_in(const std::string& output) {
    constexpr std::string_view kWord = "checksum";
    std::vector<Said> found;
    const std::string small = to_lower(output);
    for (std::size_t at = small.find(kWord); at != std::string::npos; at = small.find(kWord, at + 1)) {
        const std::size_t word = std::min(small.find_first_not_of(" :=", at + kWord.size()), small.size());
        const std::string_view rest = std::string_view(small).substr(word);
        if (rest.starts_with("ok")) found.push_back(Said::ok);
        if (rest.starts_with("wrong")) found.push_back(Said::wrong);
        if (rest.starts_with("none")) found.push_back(Said::none);
    }
    return found;
}

constexpr std::size_t kChecksumAt = 6;

// What is said where `slip` is made with every datagram.
struct Mistaken {
    Sum sum{};
    bool knows_none = true;         // that 0 stands for no checksum
    bool takes_ffff_so = false;     // and ffff as well
    bool begins_once_only = false;  // the sum goes on from one datagram to the next
    const char* message;
    const char* hint;

    std::vector<Said> verdicts(const std::vector<DumpedDatagram>& datagrams) const {
        std::vector<Said> all;
        unsigned long so_far = 0;
        for (const DumpedDatagram& one : datagrams) {
            const unsigned long total = sum.folded(one, begins_once_only ? so_far : 0);
            so_far = total;
            const bool none =
                (knows_none && one.at(kChecksumAt) == 0) || (takes_ffff_so && one.at(kChecksumAt) == 0xffff);
            all.push_back(none ? Said::none : (total & 0xffff) == 0xffff ? Said::ok : Said::wrong);
        }
        return all;
    }
};

const std::array kMistakes = {
    Mistaken{.knows_none = false,
             .message = words::zero_checksum_called_wrong,
             .hint = words::zero_means_no_checksum},
    Mistaken{.takes_ffff_so = true,
             .message = "A checksum of ffff stands in the header, and your program called that none.",
             .hint = words::only_zero_means_none},
    Mistaken{.begins_once_only = true,
             .message = words::sums_go_on,
             .hint = "Begin each datagram's sum with 0: set it inside the loop."},
    Mistaken{.sum = {.sender_twice = true},
             .message = words::source_added_twice,
             .hint = words::both_addresses_are_added}};

std::vector<Said> right_verdicts(const std::vector<DumpedDatagram>& datagrams) {
    return Mistaken{.message = "", .hint = ""}.verdicts(datagrams);
}

// Every verdict is what one mistake leads to, and no other of these mistakes leads to the same.
std::optional<model::Diagnosis> one_mistake(const std::vector<DumpedDatagram>& datagrams,
                                            const std::string& output) {
    const std::vector<Said> got = verdicts_in(output);
    if (got.size() != datagrams.size() || got == right_verdicts(datagrams)) return std::nullopt;
    const auto leads_there = [&](const Sum& sum) {
        return Mistaken{.sum = sum, .message = "", .hint = ""}.verdicts(datagrams) == got;
    };
    if (std::any_of(kSlips.begin(), kSlips.end(), [&](const Slip& slip) { return leads_there(slip.sum); }))
        return std::nullopt;
    const Mistaken* only = nullptr;
    for (const Mistaken& mistake : kMistakes) {
        if (mistake.verdicts(datagrams) != got) continue;
        if (only != nullptr) return std::nullopt;
        only = &mistake;
    }
    if (only == nullptr) return std::nullopt;
    return says(only->message, only->hint);
}

// The first that holds and was called wrong. Nothing where that is not known.
const DumpedDatagram* wrongly_refused(const std::vector<DumpedDatagram>& datagrams,
                                      const std::vector<Said>& got) {
    const std::vector<Said> right = right_verdicts(datagrams);
    if (got.size() != right.size()) return datagrams.size() == 1 ? &datagrams.front() : nullptr;
    for (std::size_t i = 0; i < right.size(); ++i)
        if (right[i] == Said::ok && got[i] == Said::wrong) return &datagrams[i];
    return nullptr;
}

// Which of the usual slips lead to just these verdicts; several may look alike from outside.
std::optional<model::Diagnosis> called_wrong(const std::vector<DumpedDatagram>& datagrams,
                                             const std::string& output) {
    const std::vector<Said> got = verdicts_in(output);
    const DumpedDatagram* const refused = wrongly_refused(datagrams, got);
    if (refused == nullptr || !Sum{}.holds(*refused)) return std::nullopt;
    std::vector<std::string> ways;
    std::string hint;
    for (const Slip& slip : kSlips) {
        if (Mistaken{.sum = slip.sum, .message = "", .hint = ""}.verdicts(datagrams) != got) continue;
        ways.emplace_back(slip.what);
        hint += hint.empty() ? slip.hint : std::string(" ") + slip.hint;
    }
    const std::string message = fmt::format(
        "Your program called the checksum of the datagram from port {} to port {} wrong. It holds.",
        refused->at(0), refused->at(2));
    if (ways.empty()) return says(message, words::what_belongs_to_the_sum);
    return model::Diagnosis{"",
                            fmt::format("{} All its verdicts here are those of a program in which {}.",
                                        message, list_of(ways, "or")),
                            hint,
                            {}};
}

}  // namespace

std::optional<model::Diagnosis> misreads_the_header(const CaseView& view) {
    if (unmet_pattern(view) == nullptr || view.cause == model::Cause::crashed) return std::nullopt;
    std::vector<DumpedDatagram> datagrams;
    for (const model::Step& step : view.plan.steps)
        if (const auto* typed = std::get_if<model::Typed>(&step.action))
            if (const auto datagram = datagram_in(typed->message.bytes)) datagrams.push_back(*datagram);
    if (datagrams.empty()) return std::nullopt;
    const auto& output = view.output;
    if (auto number = negative_number(datagrams, output)) return number;
    if (auto number = wrong_number(datagrams.front(), output)) return number;
    if (auto mistake = one_mistake(datagrams, output)) return mistake;
    if (!contains(output, "wrong")) {
        const bool all_hold = std::all_of(datagrams.begin(), datagrams.end(), [](const DumpedDatagram& one) {
            return Sum{}.holds(one) || one.at(6) == 0;
        });
        if (all_hold || !contains(output, "ok")) return std::nullopt;
        return says("Your program called a checksum ok that does not hold.", words::add_the_pseudo_header);
    }
    return called_wrong(datagrams, output);
}

}  // namespace sockgrade::diagnoses
