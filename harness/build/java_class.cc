#include "build/java_class.hh"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

namespace sockgrade::build {

namespace {

class TooShort : public std::exception {};

// Big-endian numbers, one after the other.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    std::string_view take(std::size_t count) {
        if (count > bytes_.size()) throw TooShort();
        const std::string_view taken = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return taken;
    }
    std::uint32_t number(std::size_t count) {
        std::uint32_t value = 0;
        for (const char byte : take(count)) value = (value << 8U) | static_cast<unsigned char>(byte);
        return value;
    }
    std::uint32_t u2() { return number(2); }
    std::uint32_t u4() { return number(4); }

  private:
    std::string_view bytes_;
};

// Table 4.4-A. Only texts, and the classes that name themselves by one, are kept.
class Constants {
  public:
    explicit Constants(Reader& reader) : texts_(reader.u2()), names_(texts_.size()) {
        for (std::size_t i = 1; i < texts_.size(); ++i) {
            switch (reader.number(1)) {
                case 1:
                    texts_[i] = reader.take(reader.u2());
                    break;
                case 7:
                    names_[i] = reader.u2();
                    break;
                case 8:
                case 16:
                case 19:
                case 20:
                    reader.take(2);
                    break;
                case 15:
                    reader.take(3);
                    break;
                case 3:
                case 4:
                case 9:
                case 10:
                case 11:
                case 12:
                case 17:
                case 18:
                    reader.take(4);
                    break;
                case 5:
                case 6:
                    // long and double take two places, which the specification itself calls a poor choice
                    reader.take(8);
                    ++i;
                    break;
                default:
                    throw TooShort();
            }
        }
    }

    std::string_view text(std::uint32_t index) const { return index < texts_.size() ? texts_[index] : ""; }
    std::string_view class_name(std::uint32_t index) const {
        return index < names_.size() ? text(names_[index]) : "";
    }

  private:
    std::vector<std::string_view> texts_;
    std::vector<std::uint32_t> names_;
};

void skip_attributes(Reader& reader) {
    for (std::uint32_t count = reader.u2(); count > 0; --count) {
        reader.take(2);
        reader.take(reader.u4());
    }
}

bool has_main(Reader& reader, const Constants& constants) {
    constexpr std::uint32_t kPublicStatic = 0x0001 | 0x0008;
    bool found = false;
    for (std::uint32_t count = reader.u2(); count > 0; --count) {
        const std::uint32_t access = reader.u2();
        const std::string_view name = constants.text(reader.u2());
        const std::string_view type = constants.text(reader.u2());
        skip_attributes(reader);
        found = found || ((access & kPublicStatic) == kPublicStatic && name == "main" &&
                          type == "([Ljava/lang/String;)V");
    }
    return found;
}

std::string source_file(Reader& reader, const Constants& constants) {
    for (std::uint32_t count = reader.u2(); count > 0; --count) {
        const std::string_view name = constants.text(reader.u2());
        Reader content(reader.take(reader.u4()));
        if (name == "SourceFile") return std::string(constants.text(content.u2()));
    }
    return "";
}

}  // namespace

std::optional<JavaClass> read_java_class(std::string_view bytes) {
    try {
        Reader reader(bytes);
        if (reader.u4() != 0xcafebabe) return std::nullopt;
        reader.take(4);  // version
        const Constants constants(reader);
        reader.take(2);  // access
        JavaClass result;
        result.name = constants.class_name(reader.u2());
        std::replace(result.name.begin(), result.name.end(), '/', '.');
        reader.take(2);                // superclass
        reader.take(2 * reader.u2());  // interfaces
        for (std::uint32_t fields = reader.u2(); fields > 0; --fields) {
            reader.take(6);
            skip_attributes(reader);
        }
        result.has_main = has_main(reader, constants);
        result.source_file = source_file(reader, constants);
        return result;
    } catch (const TooShort&) {
        return std::nullopt;
    }
}

}  // namespace sockgrade::build
