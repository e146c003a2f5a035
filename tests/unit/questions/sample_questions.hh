// Questions from literals, one of each kind.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/question.hh"
#include "questions/outcome.hh"

namespace sockgrade::questions {

inline model::Question one_of_three() {
    model::Question question;
    question.id = "first";
    question.ask = "Which program is started first?";
    question.kind = model::Question::Kind::choose_one;
    question.choices = {{"The sender", false, "It would find nobody."},
                        {"The receiver", true, ""},
                        {"A person who types", false, "Nobody types here."}};
    return question;
}

inline model::Question two_of_four() {
    model::Question question = one_of_three();
    question.id = "private";
    question.kind = model::Question::Kind::choose_all;
    question.choices = {{"10.1.2.3", true, ""},
                        {"8.8.8.8", false, "That one is public."},
                        {"192.168.1.7", true, ""},
                        {"172.40.0.1", false, "That one is not in the range."}};
    return question;
}

inline model::Question largest_port() {
    model::Question question;
    question.id = "port";
    question.ask = "What is the largest port?";
    question.kind = model::Question::Kind::number;
    question.right_numbers = {{65535, 65535, ""}};
    question.wrong_numbers = {{65536, 65536, "Counting begins with 0."}};
    return question;
}

inline model::Question service_at_22() {
    model::Question question;
    question.id = "service";
    question.ask = "Which service is at port 22?";
    question.kind = model::Question::Kind::text;
    question.right_texts = {{"SSH", false, ""}, {"secure shell( ssh)?", true, ""}};
    question.wrong_texts = {{"Telnet", false, "That is port 23."}};
    return question;
}

inline model::Question open_question() {
    model::Question question;
    question.id = "why";
    question.ask = "Why is that so?";
    question.kind = model::Question::Kind::open;
    question.points = 2;
    return question;
}

inline model::Answer answer_of(std::vector<std::string> items) { return {std::move(items), true, 3}; }

inline std::string word_of(const Judged& judged) {
    switch (judged.outcome) {
        case Outcome::right:
            return "right";
        case Outcome::wrong:
            return "wrong";
        case Outcome::unclear:
            break;
    }
    return "unclear";
}

}  // namespace sockgrade::questions
