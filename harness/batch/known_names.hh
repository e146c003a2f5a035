// Who of a class is meant by a name, however it is written. Pure.
//
// A name is compared in several ways, each looser than the one before, and the first in which it is anybody's
// decides: where it is several people's then, nobody is meant. So Bo Müller and Bo Mueller are two as long as
// each is written as on the list, and a Canvas file of "mullerbo" is the first's where there is no Bo Muller.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::batch {

class KnownNames {
  public:
    explicit KnownNames(const std::vector<std::string>& names);

    // Its place among the names; nothing when it is nobody's, or not to be told apart.
    std::optional<std::size_t> find(std::string_view name) const;

  private:
    static constexpr std::size_t kWays = 6;
    std::array<std::map<std::string, std::vector<std::size_t>>, kWays> known_;
};

}  // namespace sockgrade::batch
