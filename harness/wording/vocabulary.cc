#include "wording/vocabulary.hh"

#include <algorithm>
#include <array>

namespace sockgrade::wording {

namespace {

struct Entry {
    Meaning meaning;
    std::string_view name;   // in specs; empty: it is not for them
    std::string_view words;  // with blanks between them; "valid*": words that begin so
};

// clang-format off
const std::array kEntries = {
    Entry{Meaning::source, "source",
          "source src sport sender* from origin* quell* von absender* expéditeur émetteur origen fuente "
          "remitente emisor* sorgente mittente orig* remetente emissor fonte"},
    Entry{Meaning::destination, "destination",
          "destination* dest dst dport receiver* to target ziel* nach empfänger* empfaenger* destinataire "
          "récepteur destino* destinatario receptor* destinazione destinatário cible"},
    Entry{Meaning::length, "length",
          "length* len size länge laenge gesamtlänge größe groesse longueur taille longitud* largo tamaño "
          "tamano lunghezza dimensione comprimento tamanho tam"},
    Entry{Meaning::payload, "",
          "data payload message msg text header nutzdaten daten datos mensaje données dati dados nachricht"},
    Entry{Meaning::checksum, "checksum",
          "checksum* cksum chksum csum chk check sum crc prüfsumme pruefsumme checksumme suma somme somma soma "
          "verificación contrôle controllo verificação"},
    Entry{Meaning::ok, "ok",
          "ok okay okey right correct* good valid* gültig gueltig hold holds held match* fine pass passed "
          "passes intact equal equals verified success* richtig korrekt* stimmt passt bestanden ordnung bien "
          "bonne bon juste exacte válid* buena corrett* giust* corret* coincide cuadra confere certa "
          "\xe2\x9c\x93 \xe2\x9c\x94 \xe2\x9c\x85"},
    Entry{Meaning::wrong, "wrong",
          "wrong* bad incorrect* invalid* broken fail* error* mismatch* nok corrupt* damaged differ* falsch* "
          "fehler* ungültig ungueltig defekt kaputt inválid* mal mala malo erreur* erroné* errónea erróneo "
          "erronea mauvaise mauvais errat* errad* erro sbagliat* scorrett* incorret* fausse corrotto corrotta "
          "corrompue altered tampered \xe2\x9c\x97 \xe2\x9c\x98 \xe2\x9d\x8c"},
    Entry{Meaning::absent, "none",
          "none unused absent* missing disabled keine kein ohne aucune aucun sans ningun* ausente sin "
          "nessun* senza assente nenhum* sem without fehlt omitted skipped unchecked"},
    Entry{Meaning::in_use, "",
          "used present computed calculated set given available there sent provided supplied included checked "
          "counted filled vorhanden berechnet gesetzt verwendet présente utilisée calculée usada presente "
          "calculada usata calcolata required applicable"},
    Entry{Meaning::yes, "",
          "true yes ja wahr oui vrai vraie sí si vero vera sim verdadeiro verdadero sì t y"},
    Entry{Meaning::no, "",
          "false no nein non faux falso falsa não nao f"},
    Entry{Meaning::negation, "",
          "not no isn't doesn't don't didn't wasn't cannot never nicht kein keine non pas não nao nie without "
          "ohne sans sin senza sem !"},
    Entry{Meaning::loss, "loss",
          "loss* lost timed timeout* unanswered dropped drop missing fail* verlust* verlor* paketverlust* "
          "perte* perdu* pérdida* perdida* perdid* perdit* pers* perda* packetloss"},
    Entry{Meaning::received, "",
          "received success* arrived answered replied repl* delivered delivery returned came back got "
          "empfangen* angekommen* reçu* recibid* éxito exito ricevut* recebid* erfolg* ok"},
    Entry{Meaning::missing, "missing",
          "missing"},
    Entry{Meaning::doubled, "doubled",
          "doubled"},
    Entry{Meaning::late, "late",
          "late"},
    Entry{Meaning::number, "",
          "packet* datagram* number* num nr no seq sequence message* msg line id frame n paket* nummer numéro "
          "paquet* número numero pacote pacchetto segment index seqno seqnum pkt value"},
    Entry{Meaning::linking, "",
          "is are was were has been be status state type kind result event report came arrived comes arrives "
          "seems to ist kind with the"},
};
// clang-format on

bool fits(std::string_view word, std::string_view pattern) {
    if (pattern.ends_with('*')) return word.starts_with(pattern.substr(0, pattern.size() - 1));
    return word == pattern;
}

bool is_among(std::string_view word, std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (fits(word, words.substr(at, end - at))) return true;
        at = end + 1;
    }
    return false;
}

}  // namespace

bool means(std::string_view word, Meaning meaning) {
    for (const Entry& entry : kEntries)
        if (entry.meaning == meaning) return is_among(word, entry.words);
    return false;
}

bool meaning_named(std::string_view name, Meaning& meaning) {
    const auto found = std::find_if(kEntries.begin(), kEntries.end(), [&](const Entry& entry) {
        return !entry.name.empty() && entry.name == name;
    });
    if (found == kEntries.end()) return false;
    meaning = found->meaning;
    return true;
}

}  // namespace sockgrade::wording
