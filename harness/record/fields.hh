// What stands in a saved plan and transcript: one list of fields a type, used to write and to read. Each list
// takes its struct apart, so that a new member is a compile error here and not a gap in the record. Fields go
// by place: their names are those of the record, and stay when a member gets a better one.
#pragma once

#include <concepts>
#include <type_traits>

#include "model/transcript.hh"

namespace sockgrade::record {

template <class T, class Plain>
concept Is = std::same_as<std::remove_const_t<T>, Plain>;

// io("NAME", NAME) for each of its arguments. A macro is not expanded in itself, so each further argument
// takes another scan: there are enough for 64.
#define RECORD_PARENS ()
#define RECORD_SCAN(...) __VA_ARGS__
#define RECORD_SCAN_4(...) RECORD_SCAN(RECORD_SCAN(RECORD_SCAN(RECORD_SCAN(__VA_ARGS__))))
#define RECORD_SCAN_16(...) RECORD_SCAN_4(RECORD_SCAN_4(RECORD_SCAN_4(RECORD_SCAN_4(__VA_ARGS__))))
#define RECORD_SCAN_64(...) RECORD_SCAN_16(RECORD_SCAN_16(RECORD_SCAN_16(RECORD_SCAN_16(__VA_ARGS__))))
#define RECORD_FIELDS(field, ...) \
    io(#field, field);            \
    __VA_OPT__(RECORD_MORE RECORD_PARENS(__VA_ARGS__))
#define RECORD_MORE() RECORD_FIELDS

// RECORD(type, members...): all members of a type, in their order.
#define RECORD(type, ...)                          \
    template <class Io>                            \
    void fields(Io& io, Is<type> auto& value) {    \
        auto& [__VA_ARGS__] = value;               \
        RECORD_SCAN_64(RECORD_FIELDS(__VA_ARGS__)) \
    }

// Structs without members.
template <class T>
concept Bare = std::is_empty_v<T>;

template <class Io>
void fields(Io&, Bare auto&) {}

template <class Io>
void fields(Io& io, Is<model::Address> auto& value) {
    auto& [host, port] = value;
    io("host", host);
    io("port", port);
}

template <class Io>
void fields(Io& io, Is<model::FormatField> auto& value) {
    auto& [name, kind, bits, is_little, is, is_computed, size, until, fields_of_it] = value;
    io("name", name);
    io("kind", kind);
    io("bits", bits);
    io("little", is_little);
    io("is", is);
    io("computed", is_computed);
    io("size", size);
    io("until", until);
    io("fields", fields_of_it);
}

RECORD(model::FieldValue, name, text, bytes, late, captures, items)

template <class Io>
void fields(Io& io, Is<model::Formatted> auto& value) {
    auto& [name, fields_of_it, values] = value;
    io("name", name);
    io("fields", fields_of_it);
    io("values", values);
}

template <class Io>
void fields(Io& io, Is<model::Message> auto& value) {
    auto& [form, text, size, bytes, as, content, is_exact, late, formatted] = value;
    io("form", form);
    io("text", text);
    io("size", size);
    io("bytes", bytes);
    io("as", as);
    io("content", content);
    io("exact", is_exact);
    io("late", late);
    io.if_any("formatted", formatted);
}

RECORD(model::Frame, until, delimiter, bytes)

template <class Io>
void fields(Io& io, Is<model::Wanted> auto& value) {
    auto& [message, is_pattern, called] = value;
    io("message", message);
    io("pattern", is_pattern);
    io("called", called);
}

template <class Io>
void fields(Io& io, Is<model::NamedValue> auto& value) {
    auto& [name, text, is_number] = value;
    io("name", name);
    io("text", text);
    io("number", is_number);
}

template <class Io>
void fields(Io& io, Is<model::Field> auto& value) {
    auto& [name, before, after, anywhere, values] = value;
    io("name", name);
    io("before", before);
    io("after", after);
    io("anywhere", anywhere);
    io("values", values);
}

template <class Io>
void fields(Io& io, Is<model::LossChain> auto& value) {
    auto& [model, chances, messages] = value;
    io("model", model);
    io("chances", chances);
    io("messages", messages);
}

template <class Io>
void fields(Io& io, Is<model::Until> auto& value) {
    auto& [number, containing, fields_of_it, formatted] = value;
    io("number", number);
    io("containing", containing);
    io("fields", fields_of_it);
    io.if_any("formatted", formatted);
}

template <class Io>
void fields(Io& io, Is<model::FaultDetail> auto& value) {
    auto& [after, copies, bytes, at, most, window, ms, before, text, until] = value;
    io("after", after);
    io("copies", copies);
    io("bytes", bytes);
    io("at", at);
    io("most", most);
    io("window", window);
    io("ms", ms);
    io("before", before);
    io("text", text);
    io("until", until);
}

template <class Io>
void fields(Io& io, Is<model::FaultRule> auto& value) {
    auto& [kind, direction, numbers, containing, times, percent, copies, indices, fields_of_it, chain, detail,
           formatted] = value;
    io("kind", kind);
    io("direction", direction);
    io("numbers", numbers);
    io("containing", containing);
    io("times", times);
    io("percent", percent);
    io("copies", copies);
    io("indices", indices);
    io("fields", fields_of_it);
    io("chain", chain);
    io("detail", detail);
    io.if_any("formatted", formatted);
}

template <class Io>
void fields(Io& io, Is<model::Pieces> auto& value) {
    auto& [first, each] = value;
    io("first", first);
    io("each", each);
}

template <class Io>
void fields(Io& io, Is<model::BreakOff> auto& value) {
    auto& [how, after] = value;
    io("how", how);
    io("after", after);
}

template <class Io>
void fields(Io& io, Is<model::Connect> auto& value) {
    auto& [from, port] = value;
    io("from", from);
    io("port", port);
}

template <class Io>
void fields(Io& io, Is<model::Accept> auto& value) {
    auto& [late] = value;
    io("late", late);
}

template <class Io>
void fields(Io& io, Is<model::Refuse> auto& value) {
    auto& [times] = value;
    io("times", times);
}

template <class Io>
void fields(Io& io, Is<model::Send> auto& value) {
    auto& [messages, coax, pieces, together, from, until, tries, answers, break_off] = value;
    io("messages", messages);
    io("coax", coax);
    io("pieces", pieces);
    io("together", together);
    io("from", from);
    io("until", until);
    io("tries", tries);
    io("answers", answers);
    io("break_off", break_off);
}

template <class Io>
void fields(Io& io, Is<model::AnswerEach> auto& value) {
    auto& [with, fields_of_it] = value;
    io("with", with);
    io("fields", fields_of_it);
}

template <class Io>
void fields(Io& io, Is<model::Reply> auto& value) {
    auto& [with, message, pieces, letters, break_off, from_another_port] = value;
    io("with", with);
    io("message", message);
    io("pieces", pieces);
    io("letters", letters);
    io("break_off", break_off);
    io("from_another_port", from_another_port);
}

RECORD(model::Rule, gets, replies, now, from_another_port, at_most)
RECORD(model::Condition, holds, called)
RECORD(model::Whenever, rules, remembers, known, always, at_the_end)

template <class Io>
void fields(Io& io, Is<model::HttpHeader> auto& value) {
    auto& [name, content] = value;
    io("name", name);
    io("content", content);
}

template <class Io>
void fields(Io& io, Is<model::HttpWanted> auto& value) {
    auto& [status, headers, body, is_bodiless] = value;
    io("status", status);
    io("headers", headers);
    io("body", body);
    io("bodiless", is_bodiless);
}

template <class Io>
void fields(Io& io, Is<model::Expect> auto& value) {
    auto& [what, message, letters, order, copies, messages, wanted, response, frame, until, within,
           not_before, port] = value;
    io("what", what);
    io("message", message);
    io("letters", letters);
    io("order", order);
    io("copies", copies);
    io("messages", messages);
    io("wanted", wanted);
    io("response", response);
    io("frame", frame);
    io.if_any("until", until);
    io("within_ms", within);
    io("not_before_ms", not_before);
    io("port", port);
}

template <class Io>
void fields(Io& io, Is<model::Prints> auto& value) {
    auto& [what, message, order, each_once, pattern, called, times] = value;
    io("what", what);
    io("message", message);
    io("order", order);
    io("each_once", each_once);
    io("pattern", pattern);
    io("called", called);
    io("times", times);
}

template <class Io>
void fields(Io& io, Is<model::Exits> auto& value) {
    auto& [status, failure, otherwise] = value;
    io("status", status);
    io("failure", failure);
    io("otherwise", otherwise);
}

template <class Io>
void fields(Io& io, Is<model::IsRunning> auto& value) {
    auto& [after, sends_at_most] = value;
    io("after_ms", after);
    io("sends_at_most", sends_at_most);
}

RECORD(model::FileWanted, path, content)
RECORD(model::Wrote, files)

template <class Io>
void fields(Io& io, Is<model::Typed> auto& value) {
    auto& [message] = value;
    io("message", message);
}

template <class Io>
void fields(Io& io, Is<model::Step> auto& value) {
    auto& [actor, action, line, time, hint] = value;
    io("actor", actor);
    io.one_of("do", action);
    io("line", line);
    io("time", time);
    io.if_any("hint", hint);
}

template <class Io>
void fields(Io& io, Is<model::Limits> auto& value) {
    auto& [wait, starved, cpu, in_vain, output, received, memory] = value;
    io("wait_ms", wait);
    io("starved_ms", starved);
    io("cpu_ms", cpu);
    io("in_vain_ms", in_vain);
    io("output", output);
    io("received", received);
    io("memory", memory);
}

template <class Io>
void fields(Io& io, Is<model::PortRange> auto& value) {
    auto& [first, last, listening, outside] = value;
    io("first", first);
    io("last", last);
    io("listening", listening);
    io("outside", outside);
}

template <class Io>
void fields(Io& io, Is<model::Interface> auto& value) {
    auto& [name, addresses, prefix] = value;
    io("name", name);
    io("addresses", addresses);
    io("prefix", prefix);
}

template <class Io>
void fields(Io& io, Is<model::Given> auto& value) {
    auto& [address, message, arguments, names_host, names_port, names_message, own_port, ports, forms,
           typed_order] = value;
    io("address", address);
    io("message", message);
    io("arguments", arguments);
    io("names_host", names_host);
    io("names_port", names_port);
    io("names_message", names_message);
    io("own_port", own_port);
    io("ports", ports);
    io("forms", forms);
    io("typed_order", typed_order);
}

RECORD(model::FileGiven, path, content)
RECORD(model::CalledPeer, name, address)

template <class Io>
void fields(Io& io, Is<model::Plan> auto& value) {
    auto& [exercise, case_id, variant, title, seed, stream_seed, role, transport, address_rule, given, faults,
           steps, interfaces, values, files, called, limits, quiescence, real_time] = value;
    io("exercise", exercise);
    io("case", case_id);
    io("variant", variant);
    io("title", title);
    io("seed", seed);
    io("stream_seed", stream_seed);
    io("role", role);
    io("transport", transport);
    io("address_rule", address_rule);
    io("given", given);
    io("faults", faults);
    io("steps", steps);
    io("interfaces", interfaces);
    io("values", values);
    io("files", files);
    io("called", called);
    io("limits", limits);
    io("quiescence", quiescence);
    io("real_time", real_time);
}

}  // namespace sockgrade::record
