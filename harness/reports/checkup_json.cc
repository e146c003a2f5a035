#include "reports/checkup.hh"
#include "reports/json_text.hh"

namespace sockgrade::reports {

std::string checkup_json(const model::Checkup& checkup) {
    Json abilities = Json::array();
    for (const model::AbilityGroup& group : checkup.groups)
        for (const model::Ability& ability : group.abilities)
            abilities.push_back({{"group", group.title},
                                 {"name", ability.name},
                                 {"works", ability.works},
                                 {"detail", ability.detail},
                                 {"lost", ability.lost},
                                 {"remedy", ability.remedy},
                                 {"command", ability.command}});
    const Json document = {{"schema", "sockgrade/doctor/1"},
                           {"isolation", checkup.isolation},
                           {"meaning", checkup.meaning},
                           {"can_grade", checkup.can_grade},
                           {"not_contained", checkup.not_contained},
                           {"abilities", std::move(abilities)}};
    return printed(document);
}

}  // namespace sockgrade::reports
