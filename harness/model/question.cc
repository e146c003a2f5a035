#include "model/question.hh"

namespace sockgrade::model {

std::string to_string(Question::Kind kind) {
    switch (kind) {
        case Question::Kind::choose_one:
            return "choose-one";
        case Question::Kind::choose_all:
            return "choose-all";
        case Question::Kind::number:
            return "number";
        case Question::Kind::text:
            return "text";
        case Question::Kind::open:
            break;
    }
    return "open";
}

}  // namespace sockgrade::model
