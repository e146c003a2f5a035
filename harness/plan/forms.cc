#include "plan/forms.hh"

#include <algorithm>
#include <utility>

#include "base/placeholder.hh"

namespace sockgrade::plan {

namespace {

struct Names {
    bool host = false;
    bool port = false;
    bool own_port = false;
    bool range = false;
    std::string text;  // "{message}", "{file}", or none
};

Names names_in(const model::ProgramSpec& program) {
    const std::vector<Form> forms = documented_forms(program);
    const auto has = [&](const char* name) {
        return std::any_of(forms.begin(), forms.end(), [&](const Form& form) {
            return std::any_of(form.begin(), form.end(),
                               [&](const std::string& word) { return has_placeholder(word, name); });
        });
    };
    Names names;
    names.host = has("host");
    names.port = has("port");
    names.own_port = has("own_port");
    names.range = has("first") && has("last");
    names.text = has("file") ? "{file}" : has("message") ? "{message}" : "";
    return names;
}

std::vector<Form> forms_of_a_range() { return {{"{first}", "{last}"}, {"{first}-{last}"}}; }

std::vector<Form> forms_of_an_equal() { return {{"{own_port}", "{host}:{port}"}, {"{own_port}"}}; }

std::vector<Form> forms_of_a_listener() { return {{"{host}", "{port}"}, {"{host}:{port}"}}; }

std::vector<Form> forms_of_a_dialler(const std::string& text) {
    std::vector<Form> forms = {{"{host}", "{port}"}, {"{host}:{port}"}, {"{port}"}, {"{host}"}};
    if (text.empty()) return forms;
    forms.insert(forms.begin(), {{"{host}", "{port}", text}, {"{host}:{port}", text}});
    forms.insert(forms.end(), {{"{port}", text}, {"{host}", text}, {text}});
    return forms;
}

bool listens_only(const model::ProgramSpec& program) { return only_listens(program.role); }

}  // namespace

std::vector<Form> documented_forms(const model::ProgramSpec& program) {
    std::vector<Form> forms{program.arguments};
    forms.insert(forms.end(), program.otherwise.begin(), program.otherwise.end());
    return forms;
}

std::vector<Form> undocumented_forms(const model::ProgramSpec& program) {
    const Names names = names_in(program);
    std::vector<Form> forms;
    if (names.range)
        forms = forms_of_a_range();
    else if (names.own_port)
        forms = forms_of_an_equal();
    else if (names.port && listens_only(program))
        forms = forms_of_a_listener();
    else if (names.host && names.port)
        forms = forms_of_a_dialler(names.text);
    else
        return {};  // a program of another kind, or one that is given nothing
    forms.emplace_back();
    std::vector<Form> others;
    const std::vector<Form> documented = documented_forms(program);
    for (Form& form : forms)
        if (std::find(documented.begin(), documented.end(), form) == documented.end())
            others.push_back(std::move(form));
    return others;
}

}  // namespace sockgrade::plan
