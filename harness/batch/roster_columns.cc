#include "batch/roster_columns.hh"

#include <algorithm>
#include <span>
#include <string_view>

#include "base/folded_name.hh"

namespace sockgrade::batch {

namespace {

// As folded_letters() has them: "E-Mail-Adresse" is emailadresse, "Apellido(s)" apellidos. Of those that a
// table has the first is the one to show. English, German, Spanish, French, Italian, Portuguese.
constexpr std::string_view kIds[] = {"id",
                                     "sid",
                                     "studentid",
                                     "sisuserid",
                                     "idnumber",
                                     "matrikelnummer",
                                     "idnummer",
                                     "numerodeid",
                                     "numeroid",
                                     "numerodeidentificacion",
                                     "numerodidentification",
                                     "numerodidentificazione",
                                     "codiceidentificativo",
                                     "numerodeidentificacao",
                                     "matricola",
                                     "matricula",
                                     "rosteridentifier",
                                     "githubusername",
                                     "username",
                                     "login",
                                     "sisloginid",
                                     "loginid",
                                     "anmeldename",
                                     "benutzername",
                                     "nombredeusuario",
                                     "nomdutilisateur",
                                     "nomeutente",
                                     "nomedeusuario",
                                     "nomedeutilizador",
                                     "email",
                                     "emailaddress",
                                     "emailadresse",
                                     "mailadresse",
                                     "direcciondecorreo",
                                     "direccionemail",
                                     "direcciondeemail",
                                     "correoelectronico",
                                     "adressedecourriel",
                                     "courriel",
                                     "adresseemail",
                                     "indirizzoemail",
                                     "enderecodeemail",
                                     "enderecodecorreioeletronico"};
constexpr std::string_view kIdentifiers[] = {"identifier",  "bezeichner",     "identificador",
                                             "identifiant", "identificatore", "teilnehmerid"};
constexpr std::string_view kNames[] = {"name",         "student",        "fullname",          "studentname",
                                       "sortablename", "displayname",    "vollstandigername", "studentin",
                                       "teilnehmer",   "nombrecompleto", "estudiante",        "alumno",
                                       "nomcomplet",   "etudiant",       "nomecompleto",      "studente",
                                       "aluno",        "estudante"};
constexpr std::string_view kStudents[] = {"student",  "studentin", "estudiante", "etudiant",
                                          "studente", "aluno",     "estudante"};
constexpr std::string_view kFirstNames[] = {"firstname", "givenname", "vorname", "prenom", "nombre", "nome"};
constexpr std::string_view kLastNames[] = {"lastname",     "surname",   "familyname", "nachname",
                                           "familienname", "apellidos", "apellido",   "nomdefamille",
                                           "nom",          "cognome",   "sobrenome",  "apelido"};

constexpr std::string_view kHandedIn[] = {"submitted", "submittedat", "submissiontime", "submissiontimestamp",
                                          "handedin"};
// Moodle has two of these, in front of "(submission)" and of "(grade)". A word goes before its own beginning.
constexpr std::string_view kLastModified[] = {"lastmodified",      "zuletztgeandert", "ultimamodificacion",
                                              "ultimamodificacao", "ultimamodifica",  "dernieremodification"};
constexpr std::string_view kGrades[] = {"grade",       "bewertung", "calificacion", "note",
                                        "valutazione", "nota",      "avaliacao"};

constexpr std::string_view kMaxima[] = {"maximumgrade",    "bestwertung",        "calificacionmaxima",
                                        "notemaximale",    "valutazionemassima", "notamaxima",
                                        "avaliacaomaxima", "punteggiomassimo"};

bool is_any_of(const std::string& cell, std::span<const std::string_view> words) {
    const std::string letters = folded_letters(cell, Spelling::plain);
    return std::find(words.begin(), words.end(), letters) != words.end();
}

class Header {
  public:
    explicit Header(const std::vector<std::string>& cells) {
        for (const std::string& cell : cells) cells_.push_back(folded_letters(cell, Spelling::plain));
    }
    std::optional<std::size_t> first_of(std::span<const std::string_view> words) const {
        const std::vector<std::size_t> all = all_of(words);
        return all.empty() ? std::nullopt : std::optional(all.front());
    }
    std::vector<std::size_t> all_of(std::span<const std::string_view> words) const {
        std::vector<std::size_t> found;
        for (const std::string_view word : words)
            for (std::size_t i = 0; i < cells_.size(); ++i)
                if (cells_[i] == word) found.push_back(i);
        return found;
    }
    std::optional<std::size_t> time_of_hand_in() const {
        if (const auto found = first_of(kHandedIn)) return found;
        const auto begins_with_any = [](std::string_view text, std::span<const std::string_view> words) {
            return std::any_of(words.begin(), words.end(),
                               [&](std::string_view word) { return text.starts_with(word); });
        };
        for (std::size_t i = 0; i < cells_.size(); ++i)
            for (const std::string_view word : kLastModified)
                if (cells_[i].starts_with(word)) {
                    if (!begins_with_any(std::string_view(cells_[i]).substr(word.size()), kGrades)) return i;
                    break;
                }
        return std::nullopt;
    }
    std::optional<std::size_t> called(std::string_view word) const { return first_of({&word, 1}); }

  private:
    std::vector<std::string> cells_;
};

}  // namespace

RosterColumns columns_of_roster(const std::vector<std::string>& cells) {
    const Header header(cells);
    RosterColumns columns;
    columns.ids = header.all_of(kIds);
    columns.participant = header.first_of(kIdentifiers);
    columns.name = header.first_of(kNames);
    columns.first_name = header.first_of(kFirstNames);
    columns.last_name = header.first_of(kLastNames);
    // "Name, Vorname": then the name is the last one. And of one alone nobody knows which it is.
    if (columns.first_name && !columns.last_name) columns.last_name = columns.name;
    if (!columns.first_name || !columns.last_name) {
        if (!columns.name) columns.name = columns.first_name ? columns.first_name : columns.last_name;
        columns.first_name.reset();
        columns.last_name.reset();
    }
    columns.handed_in = header.time_of_hand_in();
    columns.sis_id = header.called("sisuserid");
    columns.login = header.called("sisloginid");
    columns.is_canvas = header.first_of(kStudents) && header.called("id");
    return columns;
}

bool is_grade_column(const std::string& cell) { return is_any_of(cell, kGrades); }

bool is_maximum_column(const std::string& cell) { return is_any_of(cell, kMaxima); }

std::string participant_number(const std::string& text) {
    const std::size_t begin = text.find_last_not_of("0123456789");
    const std::string last = begin == std::string::npos ? text : text.substr(begin + 1);
    return last.empty() ? text : last;
}

}  // namespace sockgrade::batch
