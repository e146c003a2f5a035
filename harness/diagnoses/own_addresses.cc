#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/printed_addresses.hh"
#include "diagnoses/words.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using namespace fmt::literals;

// None of the machine's addresses, but what its name stands for.
std::optional<model::Diagnosis> looks_up_the_host_name(const CaseView& view) {
    const std::vector<std::string> addresses = addresses_of(view.plan);
    if (addresses.empty() || view.cause != model::Cause::missing) return std::nullopt;
    const auto& output = view.all_output;
    const bool has_any = std::any_of(addresses.begin(), addresses.end(),
                                     [&](const std::string& one) { return contains(output, one); });
    // Sockgrade gives the machine's name this address (sandbox/world.hh); Debian gives it the other one.
    for (const char* behind_the_name : {"192.168.7.2", "127.0.1.1"})
        if (!has_any && contains(output, behind_the_name))
            return say<words::looks_up_the_host_name>(view.unmet.evidence,
                                                      "behind_the_name"_a = behind_the_name);
    return std::nullopt;
}

// An interface by a name that is written in, and that this machine does not have.
std::optional<model::Diagnosis> asks_for_one_interface(const CaseView& view) {
    const auto& end = view.end;
    if (!end.has_value() || !came_to_nothing(view.cause)) return std::nullopt;
    const std::string said = printed(view.transcript, 0, end->position) + view.errors;
    static constexpr std::array kSigns = {
        "No such device", "no such network interface", "invalid network interface name",
        "You must specify a valid interface name", "\"java.net.NetworkInterface."};
    std::string_view line;
    for (const char* sign : kSigns)
        if (line.empty()) line = line_with(said, sign);
    // Of the names of today none may be on the machine; what stands in the message is one that is not there.
    if (line.empty()) return std::nullopt;
    std::vector<std::string> names;
    for (const model::Interface& one : view.plan.interfaces) names.push_back(one.name);
    return say<words::asks_for_one_interface>({end->number}, "line"_a = readable(bare(line)),
                                              "names"_a = list_of(names));
}

// One of several.
std::optional<model::Diagnosis> prints_some_addresses_only(const CaseView& view) {
    const std::vector<std::string> addresses = addresses_of(view.plan);
    if (addresses.size() < 2 || view.cause != model::Cause::missing) return std::nullopt;
    const std::vector<std::string> output = ipv4_addresses_in(view.output);
    const auto shown = static_cast<std::size_t>(
        std::count_if(addresses.begin(), addresses.end(), [&](const std::string& one) {
            return std::find(output.begin(), output.end(), one) != output.end();
        }));
    if (shown == 0 || shown == addresses.size()) return std::nullopt;
    return say<words::prints_some_addresses_only>(view.unmet.evidence, "shown"_a = shown,
                                                  "all"_a = addresses.size());
}

namespace {

std::string turned_round(std::string address) {
    std::string turned;
    for (;;) {
        const std::size_t point = address.rfind('.');
        if (point == std::string::npos) return turned + address;
        turned += address.substr(point + 1) + '.';
        address.resize(point);
    }
}

}  // namespace

// The bytes of the address in the other order.
std::optional<model::Diagnosis> prints_addresses_backwards(const CaseView& view) {
    const auto missed = addresses_missed(view);
    if (!missed.has_value()) return std::nullopt;
    for (const std::string& address : missed->printed) {
        if (!missed->is_own(turned_round(address))) continue;
        return say<words::prints_addresses_backwards>(view.unmet.evidence, "address"_a = address,
                                                      "right"_a = turned_round(address));
    }
    return std::nullopt;
}

namespace {

// 192.168.7. of 192.168.7.12, and 12.
std::string_view all_but_last(std::string_view address) { return address.substr(0, address.rfind('.') + 1); }
std::string_view last_of(std::string_view address) { return address.substr(address.rfind('.') + 1); }

// The longest beginning of the address that stands in the output with no more of an address behind it.
std::string_view beginning_in(std::string_view output, std::string_view address) {
    constexpr std::string_view kOfAnAddress = "0123456789.";
    for (std::size_t length = address.size() - 1; length >= all_but_last(address).size() - 1; --length) {
        const std::string_view part = address.substr(0, length);
        for (std::size_t at = output.find(part); at != std::string_view::npos;
             at = output.find(part, at + 1)) {
            const std::size_t end = at + length;
            if ((at == 0 || kOfAnAddress.find(output[at - 1]) == std::string_view::npos) &&
                (end == output.size() || kOfAnAddress.find(output[end]) == std::string_view::npos))
                return part;
        }
    }
    return {};
}

model::Diagnosis cut_so(const std::string& message, const char* hint, const CaseView& view) {
    return {"", message, hint, view.unmet.evidence};
}

std::optional<model::Diagnosis> network_for(const PrintedAddresses& missed, const CaseView& view) {
    for (const std::string& own : missed.own)
        for (const std::string& address : missed.printed) {
            const bool is_network = last_of(address) == "0";
            if (all_but_last(address) != all_but_last(own) || (!is_network && last_of(address) != "255"))
                continue;
            return cut_so(
                fmt::format(
                    "Your program printed {}. That {}, and the machine's address in it is {}.", address,
                    is_network ? "is the address of a network" : "reaches everybody in a network", own),
                is_network ? words::do_not_mask_the_address : words::print_the_address_not_the_broadcast,
                view);
        }
    return std::nullopt;
}

}  // namespace

// The right interfaces, with something near the address: its beginning, its network, nothing that C can show.
std::optional<model::Diagnosis> prints_addresses_cut(const CaseView& view) {
    const std::vector<std::string> machine = addresses_of(view.plan);
    if (machine.empty() || view.cause != model::Cause::missing) return std::nullopt;
    const auto& output = view.output;
    for (const model::Interface& one : view.plan.interfaces)
        for (std::size_t at = output.find(one.name); at != std::string::npos;
             at = output.find(one.name, at + 1)) {
            const std::size_t end = std::min(output.find('\n', at), output.size());
            const std::string line = output.substr(at, end - at);
            if (contains(line, "(null)"))
                return cut_so(fmt::format("Your program printed {}: it had no text to print for the address.",
                                          quote(bare(line), 60)),
                              words::inet_ntop_needs_the_room, view);
        }
    // Networks are fine beside the addresses, but not in place of them.
    if (const auto missed = addresses_missed(view))
        if (auto network = network_for(*missed, view)) return network;
    const std::vector<std::string> shown = ipv4_addresses_in(output);
    for (const std::string& own : machine) {
        if (std::find(shown.begin(), shown.end(), own) != shown.end()) continue;
        const std::string_view part = beginning_in(output, own);
        // The first address of a network is often that of its router.
        if (part.empty() || last_of(part) == "1") continue;
        return cut_so(fmt::format("Your program printed {}, the beginning of {}.", quote(part), own),
                      "An IPv4 address has up to 15 letters, and C adds a NUL: leave room for 16, and cut "
                      "nothing off "
                      "behind a fixed number of letters.",
                      view);
    }
    return std::nullopt;
}

// 127.0.0.1, and nothing else.
std::optional<model::Diagnosis> prints_loopback_only(const CaseView& view) {
    const auto missed = addresses_missed(view);
    if (!missed.has_value() || missed->printed.empty()) return std::nullopt;
    const bool only_loopback = std::all_of(missed->printed.begin(), missed->printed.end(),
                                           [](const std::string& one) { return one.starts_with("127."); });
    if (!only_loopback) return std::nullopt;
    return say<words::prints_loopback_only>(view.unmet.evidence, "printed"_a = list_of(missed->printed));
}

namespace {

// 192.168.7 of 192.168.7.12: networks are no smaller than that.
std::string_view network_of(std::string_view address) { return address.substr(0, address.rfind('.')); }

// Loopback, a netmask, what belongs to a network of the machine: every listing of interfaces may have these.
bool goes_with(const PrintedAddresses& missed, const std::string& address) {
    return address.starts_with("127.") || address.starts_with("255.") || address == "0.0.0.0" ||
           std::any_of(missed.own.begin(), missed.own.end(),
                       [&](const std::string& own) { return network_of(own) == network_of(address); });
}

}  // namespace

// Addresses of some other machine.
std::optional<model::Diagnosis> prints_other_addresses(const CaseView& view) {
    const auto missed = addresses_missed(view);
    if (!missed.has_value()) return std::nullopt;
    std::vector<std::string> other;
    for (const std::string& address : missed->printed)
        if (!goes_with(*missed, address)) other.push_back(address);
    if (other.empty()) return std::nullopt;
    constexpr const char* kFamilyAsAddress = "2.0.0.0";
    if (other.size() == 1 && other.front() == kFamilyAsAddress)
        return say<words::prints_the_sockaddr>(view.unmet.evidence);
    return say<words::prints_other_addresses>(
        view.unmet.evidence, "printed"_a = list_of(other),
        "these"_a = other.size() == 1 ? "this address" : "one of these addresses");
}

namespace {

// `fe80::91:48ff:fe33:30d3`, but not `02:42:ac:11:00:02`, the address of a network card.
bool is_ipv6(std::string_view word) {
    const bool has_letters_of_it = std::all_of(word.begin(), word.end(), [](char c) {
        return c == ':' || std::isxdigit(static_cast<unsigned char>(c)) != 0;
    });
    constexpr std::ptrdiff_t kFull = 7;
    return has_letters_of_it &&
           (contains(word, "::") || std::count(word.begin(), word.end(), ':') == kFull) && word != "::";
}

std::string ipv6_in(std::string_view text) {
    constexpr std::string_view kSpaces = " \t\r\n,;()[]'\"=/%";
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find_first_of(kSpaces, start), text.size());
        if (is_ipv6(text.substr(start, end - start))) return std::string(text.substr(start, end - start));
        start = end + 1;
    }
    return "";
}

}  // namespace

// The other family of addresses.
std::optional<model::Diagnosis> prints_ipv6_only(const CaseView& view) {
    const auto missed = addresses_missed(view);
    if (!missed.has_value() || !missed->printed.empty()) return std::nullopt;
    const std::string address = ipv6_in(missed->output);
    if (address.empty()) return std::nullopt;
    return say<words::prints_ipv6_only>(view.unmet.evidence, "address"_a = address,
                                        "own"_a = missed->own.front());
}

// The names of the interfaces without their addresses, or something else altogether.
std::optional<model::Diagnosis> prints_no_address(const CaseView& view) {
    const auto missed = addresses_missed(view);
    if (!missed.has_value() || !missed->printed.empty()) return std::nullopt;
    std::vector<std::string> names;
    std::vector<std::string> named;
    for (const model::Interface& one : view.plan.interfaces) {
        names.push_back(one.name);
        if (contains(missed->output, one.name)) named.push_back(one.name);
    }
    const bool is_silent = bare(missed->output).empty();
    if (!is_silent && named.size() == names.size())
        return say<words::prints_no_address>(view.unmet.evidence, "names"_a = list_of(names));
    constexpr const char* kAskTheSystem = words::ask_the_system_for_interfaces;
    const std::string here =
        names.size() == 1 ? fmt::format("The interface of this machine is called {}.", names.front())
                          : fmt::format("The interfaces of this machine are called {}.", list_of(names));
    return model::Diagnosis{
        "",
        is_silent ? "Your program printed nothing. " + here
                  : fmt::format("No address stands in what your program printed, {}. {}",
                                quote(bare(missed->output), 80), here),
        is_silent
            ? fmt::format(
                  "Some condition leaves out everything: print all that the system gives you first, and "
                  "compare. "
                  "Names of interfaces are others on other machines, so do not write them in; AF_INET is "
                  "IPv4, and in Node family is the text 'IPv4'. {}",
                  kAskTheSystem)
            : fmt::format("Interfaces have other names on other machines, so do not write names in. {}",
                          kAskTheSystem),
        view.unmet.evidence};
}

}  // namespace sockgrade::diagnoses
