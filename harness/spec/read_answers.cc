#include "spec/read_answers.hh"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/error.hh"
#include "base/text.hh"
#include "spec/answer_lines.hh"
#include "spec/value.hh"

namespace sockgrade::spec {

namespace {

// More than anybody answers in one list.
constexpr std::size_t kMostItems = 50;
constexpr std::size_t kMostRemarks = 20;

model::Answer read_answer(const Value& value, Where where) {
    model::Answer answer;
    answer.line = where.line;
    switch (value.kind) {
        case Value::Kind::nothing:
            break;
        case Value::Kind::text:
            answer.items.push_back(value.text);
            break;
        case Value::Kind::map:
            answer.is_readable = false;
            break;
        case Value::Kind::list:
            answer.is_readable = value.items.size() <= kMostItems;
            for (const ValuePtr& item : value.items) {
                if (!answer.is_readable) break;
                if (item->kind == Value::Kind::text) answer.items.push_back(item->text);
                if (item->kind == Value::Kind::list || item->kind == Value::Kind::map)
                    answer.is_readable = false;
            }
            break;
    }
    return answer;
}

bool is_blank(const model::Answer& answer) {
    return answer.is_readable &&
           std::all_of(answer.items.begin(), answer.items.end(), [](const std::string& item) {
               return item.find_first_not_of(" \t\r\n") == std::string::npos;
           });
}

void read_entry(const Entry& entry, model::AnswerSheet& sheet) {
    const model::Answer answer = read_answer(*entry.value, entry.where);
    const auto [place, is_new] = sheet.answers.emplace(question_id_of(entry.key), answer);
    if (is_new || is_blank(answer)) return;
    if (is_blank(place->second)) {
        place->second = answer;
        return;
    }
    if (answer.items == place->second.items) return;
    // Which of two counts nobody can know.
    place->second.is_readable = false;
    if (sheet.remarks.size() < kMostRemarks)
        sheet.remarks.push_back(fmt::format("{}:{}: {} is answered twice, first in line {}", sheet.file,
                                            entry.where.line, quote(entry.key, 60), place->second.line));
}

void read_entries(const Value& top, model::AnswerSheet& sheet, int depth = 0) {
    for (const Entry& entry : top.entries) {
        const std::string id = question_id_of(entry.key);
        if (id == "exercise") {
            if (entry.value->kind == Value::Kind::text) sheet.exercise = question_id_of(entry.value->text);
        } else if (id == "answers" && entry.value->kind == Value::Kind::map && depth == 0) {
            read_entries(*entry.value, sheet, 1);
        } else {
            read_entry(entry, sheet);
        }
    }
}

// A quote that is never closed makes one text of all that follows, which some YAML readers take.
bool has_swallowed(const model::AnswerSheet& sheet, const std::vector<std::string>& ids) {
    for (const auto& [key, answer] : sheet.answers)
        for (const std::string& item : answer.items)
            for (const std::string& id : ids)
                if (!sheet.answers.contains(id) && item.find(id + ":") != std::string::npos) return true;
    return false;
}

}  // namespace

model::AnswerSheet read_answers(const std::string& text, const std::string& file_name,
                                const std::vector<std::string>& ids) {
    model::AnswerSheet sheet;
    sheet.file = file_name;
    try {
        const ValuePtr top = parse_yaml(text, file_name, "file of answers");
        if (top->kind != Value::Kind::map)
            sheet.unreadable = fmt::format(
                "{}:{}:{}: expected a line for each question, such as `question: answer`, with a space "
                "behind "
                "the colon",
                file_name, top->where.line, top->where.column);
        else
            read_entries(*top, sheet);
    } catch (const SpecError& error) {
        sheet.unreadable = error.problems().front().to_string();
    }
    if (has_swallowed(sheet, ids)) sheet.unreadable = file_name + ": a closing quote is missing";
    if (sheet.unreadable.empty() || text.size() > kWritten.bytes || !is_utf8(text)) return sheet;
    sheet.answers = read_answer_lines(text, ids);
    if (!sheet.answers.empty())
        sheet.remarks.push_back(
            fmt::format("{}; so the answers were read line by line", std::exchange(sheet.unreadable, {})));
    return sheet;
}

}  // namespace sockgrade::spec
