#include "plan/word_list.hh"

#include <array>

namespace sockgrade::plan {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array kWords{
    "acorn"sv,   "amber"sv,   "anchor"sv,  "apple"sv,    "arrow"sv,    "autumn"sv,   "badge"sv,
    "baker"sv,   "bamboo"sv,  "banjo"sv,   "barrel"sv,   "basket"sv,   "beach"sv,    "beacon"sv,
    "berry"sv,   "birch"sv,   "blanket"sv, "blossom"sv,  "bottle"sv,   "branch"sv,   "breeze"sv,
    "brick"sv,   "bridge"sv,  "bronze"sv,  "brook"sv,    "brush"sv,    "bucket"sv,   "butter"sv,
    "button"sv,  "cabin"sv,   "cactus"sv,  "camel"sv,    "candle"sv,   "canoe"sv,    "canyon"sv,
    "carpet"sv,  "carrot"sv,  "castle"sv,  "cedar"sv,    "chair"sv,    "cherry"sv,   "circle"sv,
    "clock"sv,   "cloud"sv,   "clover"sv,  "coast"sv,    "cobalt"sv,   "comet"sv,    "copper"sv,
    "coral"sv,   "corner"sv,  "cotton"sv,  "cradle"sv,   "crane"sv,    "crayon"sv,   "cricket"sv,
    "crystal"sv, "curtain"sv, "daisy"sv,   "dancer"sv,   "desert"sv,   "diamond"sv,  "dolphin"sv,
    "donkey"sv,  "dragon"sv,  "eagle"sv,   "earth"sv,    "elbow"sv,    "ember"sv,    "engine"sv,
    "falcon"sv,  "feather"sv, "fern"sv,    "fiddle"sv,   "field"sv,    "finger"sv,   "flame"sv,
    "flower"sv,  "flute"sv,   "forest"sv,  "fountain"sv, "garden"sv,   "garlic"sv,   "ginger"sv,
    "glacier"sv, "glove"sv,   "granite"sv, "grape"sv,    "gravel"sv,   "hammer"sv,   "harbor"sv,
    "harvest"sv, "hazel"sv,   "helmet"sv,  "heron"sv,    "hill"sv,     "hollow"sv,   "honey"sv,
    "horizon"sv, "island"sv,  "ivory"sv,   "jacket"sv,   "jasmine"sv,  "jelly"sv,    "jewel"sv,
    "jungle"sv,  "kettle"sv,  "kitchen"sv, "kite"sv,     "ladder"sv,   "lagoon"sv,   "lantern"sv,
    "leaf"sv,    "lemon"sv,   "letter"sv,  "lily"sv,     "linen"sv,    "lizard"sv,   "lobster"sv,
    "lumber"sv,  "magnet"sv,  "mango"sv,   "maple"sv,    "marble"sv,   "market"sv,   "meadow"sv,
    "melon"sv,   "mirror"sv,  "monkey"sv,  "morning"sv,  "mountain"sv, "needle"sv,   "nest"sv,
    "nickel"sv,  "noodle"sv,  "nutmeg"sv,  "ocean"sv,    "olive"sv,    "onion"sv,    "orange"sv,
    "orchard"sv, "orchid"sv,  "otter"sv,   "oyster"sv,   "paddle"sv,   "palace"sv,   "panda"sv,
    "paper"sv,   "parrot"sv,  "peach"sv,   "pebble"sv,   "pencil"sv,   "pepper"sv,   "picnic"sv,
    "pigeon"sv,  "pillow"sv,  "planet"sv,  "plum"sv,     "pocket"sv,   "pony"sv,     "potato"sv,
    "pumpkin"sv, "puzzle"sv,  "rabbit"sv,  "raven"sv,    "ribbon"sv,   "river"sv,    "rocket"sv,
    "rose"sv,    "saddle"sv,  "sailor"sv,  "salmon"sv,   "sandal"sv,   "scarf"sv,    "shadow"sv,
    "shell"sv,   "silver"sv,  "spider"sv,  "spoon"sv,    "spring"sv,   "squirrel"sv, "station"sv,
    "stone"sv,   "storm"sv,   "sugar"sv,   "summer"sv,   "sunset"sv,   "table"sv,    "tailor"sv,
    "teapot"sv,  "temple"sv,  "thunder"sv, "ticket"sv,   "tiger"sv,    "timber"sv,   "tomato"sv,
    "tower"sv,   "tractor"sv, "tulip"sv,   "tunnel"sv,   "turtle"sv,   "umbrella"sv, "valley"sv,
    "velvet"sv,  "violet"sv,  "wagon"sv,   "walnut"sv,   "water"sv,    "whistle"sv,  "willow"sv,
    "window"sv,  "winter"sv,  "yellow"sv,  "zebra"sv};

constexpr std::array kControlWords{
    "almond"sv,  "bishop"sv,  "cobbler"sv, "dentist"sv, "emerald"sv, "freckle"sv, "gazelle"sv, "hamster"sv,
    "iceberg"sv, "juniper"sv, "kernel"sv,  "lettuce"sv, "mustard"sv, "napkin"sv,  "octopus"sv, "penguin"sv,
    "quiver"sv,  "rooster"sv, "swallow"sv, "trumpet"sv, "unicorn"sv, "vinegar"sv, "walrus"sv,  "yogurt"sv};

}  // namespace

std::span<const std::string_view> words() { return kWords; }

std::span<const std::string_view> control_words() { return kControlWords; }

}  // namespace sockgrade::plan
