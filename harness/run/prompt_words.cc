#include "run/prompt_words.hh"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.hh"

namespace sockgrade::run {

namespace {

using Kind = PromptWord::Kind;
using Words = std::span<const std::string_view>;

constexpr auto kPort = std::to_array<std::string_view>(
    {"port", "ports", "porta", "portas", "porte", "puerto", "puertos", "portno", "portnr", "portnum",
     "portnumber", "porto", "porten", "anschluss", "anschlus"});
// One word with what kind of port it is: serverport, but not transport.
constexpr auto kOfPort =
    std::to_array<std::string_view>({"server", "servers", "tcp", "udp", "ziel", "remote", "local", "listen",
                                     "client", "dest", "target", "host", "peer", "own", "src"});
constexpr auto kPortBeginnings =
    std::to_array<std::string_view>({"portnum", "portnr", "anschluss", "porten"});
constexpr auto kHost = std::to_array<std::string_view>(
    {"ip", "ips", "addr", "adr", "hote", "dns", "fqdn", "dominio", "anfitrion", "domaene", "domane"});
constexpr auto kHostBeginnings = std::to_array<std::string_view>(
    {"host", "localhost", "ipv4", "ipv6", "ipadr", "ipaddr", "rechner", "zielrechner"});
constexpr auto kHostParts =
    std::to_array<std::string_view>({"address", "adress", "direcci", "indirizz", "enderec", "hostname"});
constexpr auto kMessageBeginnings = std::to_array<std::string_view>(
    {"message",   "massage",   "mesage",  "sentence",  "text",          "texto",       "texte",  "testo",
     "string",    "lowercase", "mensaje", "mensagem",  "mensagen",      "messaggi",    "frase",  "phrase",
     "nachricht", "satz",      "saetze",  "satze",     "botschaft",     "chaine",      "cadena", "minuscul",
     "palabra",   "palavra",   "parola",  "paragraph", "kleinbuchstab", "zeichenkette"});
constexpr auto kMessage = std::to_array<std::string_view>(
    {"msg",   "msgs",   "word",  "words",  "line",    "lines",      "ligne", "lignes",
     "linea", "lineas", "linha", "linhas", "riga",    "righe",      "zeile", "zeilen",
     "mot",   "mots",   "wort",  "worter", "woerter", "eingabetext"});
constexpr auto kServer = std::to_array<std::string_view>(
    {"server",     "servers",      "servername", "serveur",      "serveurs",  "servidor",     "servidores",
     "serwer",     "receiver",     "empfanger",  "empfaenger",   "recepteur", "destinataire", "receptor",
     "recipient",  "destinatario", "ricevitore", "destination",  "destino",   "destinazione", "ziel",
     "zielserver", "computer",     "machine",    "maquina",      "macchina",  "ordinateur",   "ordenador",
     "computador", "domain",       "partner",    "destinataria", "target"});
constexpr auto kCommand = std::to_array<std::string_view>(
    {"enter",    "input",     "type",     "please",    "give",       "insert",    "specify",    "provide",
     "which",    "what",      "is",       "are",       "bitte",      "geben",     "gib",        "gebe",
     "sie",      "ein",       "eingeben", "eingabe",   "welcher",    "welchen",   "welche",     "wie",
     "heisst",   "lautet",    "ist",      "saisissez", "entrez",     "saisir",    "entrer",     "indiquez",
     "veuillez", "quel",      "quelle",   "est",       "introduzca", "introduce", "introducir", "introduza",
     "ingrese",  "ingresa",   "ingresar", "escriba",   "escribe",    "cual",      "es",         "favor",
     "indique",  "inserisci", "inserire", "inserite",  "digita",     "qual",      "quale",      "digite",
     "digitar",  "informe",   "insira",   "indica",    "choose"});
constexpr auto kFiller = std::to_array<std::string_view>(
    {"the",  "a",      "an",     "number", "no",  "nr",  "num",  "n",      "nummer", "numero",   "name",
     "nom",  "nombre", "nome",   "namen",  "of",  "de",  "du",   "des",    "del",    "della",    "dello",
     "dell", "do",     "da",     "dos",    "di",  "el",  "la",   "le",     "les",    "il",       "lo",
     "l",    "o",      "os",     "die",    "der", "das", "den",  "dem",    "eine",   "einen",    "its",
     "your", "s",      "d",      "su",     "tu",  "seu", "sua",  "uno",    "una",    "um",       "uma",
     "un",   "une",    "remote", "local",  "des", "id",  "sein", "seinen", "ihr",    "numerico", "tcp",
     "udp",  "by",     "or",     "oder",   "ou",  "as",  "form", "format"});
constexpr auto kConnector = std::to_array<std::string_view>(
    {"and", "und", "et", "y", "e", "then", "followed", "&", ",", ":", "/", "plus", "+", "dann", "puis"});
constexpr auto kConnect =
    std::to_array<std::string_view>({"connect", "contact", "verbinden", "connecter", "conectar", "conectarse",
                                     "connettersi", "connettere", "dial", "collegarsi"});
// Of a server, what goes there and not where it is.
constexpr auto kSay = std::to_array<std::string_view>(
    {"send",   "say",     "tell",    "something", "data",    "datos",    "dados", "daten",
     "dati",   "donnees", "enviar",  "senden",    "envoyer", "inviare",  "invia", "schicken",
     "mandar", "write",   "request", "command",   "query",   "talk",     "ask",   "press",
     "hit",    "appuyez", "pulsa",   "pulse",     "premi",   "pressione"});
constexpr auto kState = std::to_array<std::string_view>(
    {"connected",  "connecting", "listening",   "verbunden", "conectado", "conectada",  "connecte",
     "connectee",  "connesso",   "connessa",    "collegato", "welcome",   "willkommen", "bienvenue",
     "bienvenido", "benvenuto",  "running",     "started",   "waiting",   "sending",    "sent",
     "received",   "trying",     "established", "using",     "gestartet", "warte",      "esperando"});
constexpr auto kPurpose =
    std::to_array<std::string_view>({"to", "for", "um", "zum", "an", "fur", "fuer", "pour", "para", "per",
                                     "au", "al", "ao", "aux", "zu", "with", "in"})

    ;

// Alphabets without spaces between words, or without our small letters.
struct Sign {
    std::string_view text;
    Kind kind;
};
constexpr std::array kSigns = {
    Sign{"порт", Kind::port},          Sign{"Порт", Kind::port},     Sign{"端口", Kind::port},
    Sign{"ポート", Kind::port},        Sign{"포트", Kind::port},     Sign{"地址", Kind::host},
    Sign{"主机", Kind::host},          Sign{"адрес", Kind::host},    Sign{"Адрес", Kind::host},
    Sign{"хост", Kind::host},          Sign{"Хост", Kind::host},     Sign{"アドレス", Kind::host},
    Sign{"ホスト", Kind::host},        Sign{"주소", Kind::host},     Sign{"сообщение", Kind::message},
    Sign{"Сообщение", Kind::message},  Sign{"消息", Kind::message},  Sign{"信息", Kind::message},
    Sign{"メッセージ", Kind::message}, Sign{"메시지", Kind::message}};

bool is_one_of(std::string_view word, Words words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool begins_with_one_of(std::string_view word, Words words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view one) { return !one.empty() && word.starts_with(one); });
}

bool is_port(std::string_view word) {
    if (is_one_of(word, kPort) || begins_with_one_of(word, kPortBeginnings)) return true;
    for (const std::string_view end : {"port", "ports", "portnummer", "portnumber"})
        if (word.ends_with(end) && is_one_of(word.substr(0, word.size() - end.size()), kOfPort)) return true;
    return false;
}

bool is_host(std::string_view word) {
    return is_one_of(word, kHost) || begins_with_one_of(word, kHostBeginnings) ||
           std::any_of(kHostParts.begin(), kHostParts.end(),
                       [&](std::string_view part) { return word.find(part) != std::string_view::npos; });
}

Kind kind_of(std::string_view word) {
    if (is_port(word)) return Kind::port;
    if (is_host(word)) return Kind::host;
    if (is_one_of(word, kMessage) || begins_with_one_of(word, kMessageBeginnings)) return Kind::message;
    if (is_one_of(word, kServer)) return Kind::server;
    if (is_one_of(word, kConnector)) return Kind::connector;
    if (is_one_of(word, kConnect)) return Kind::connect;
    if (is_one_of(word, kSay)) return Kind::say;
    if (is_one_of(word, kState)) return Kind::state;
    if (is_one_of(word, kPurpose)) return Kind::purpose;
    if (is_one_of(word, kCommand)) return Kind::command;
    return is_one_of(word, kFiller) ? Kind::filler : Kind::other;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string folded(std::string_view text) {
    // U+00C0 to U+00FF.
    constexpr std::string_view kPlain = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
    const std::string small = to_lower(text);
    const auto byte = [&](std::size_t at) {
        return static_cast<unsigned char>(at < small.size() ? small[at] : 0);
    };
    std::string plain;
    for (std::size_t i = 0; i < small.size(); ++i) {
        if (byte(i) == 0xc3 && byte(i + 1) >= 0x80 && byte(i + 1) < 0xc0) {
            plain += kPlain[byte(++i) - 0x80];
        } else if (byte(i) == 0xcc || (byte(i) == 0xcd && byte(i + 1) < 0xb0)) {
            ++i;  // an accent on the letter before it
        } else if (byte(i) == 0x1b && byte(i + 1) == '[') {
            ++i;
            while (i + 1 < small.size() && (byte(i + 1) < 0x40 || byte(i + 1) > 0x7e)) ++i;
            ++i;
        } else {
            plain += small[i];
        }
    }
    return plain;
}

std::vector<PromptWord> prompt_words(std::string_view text) {
    std::vector<PromptWord> words;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && is_letter(text[end])) ++end;
        if (end > i) {
            const std::string_view word = text.substr(i, end - i);
            words.push_back({kind_of(word), std::string(word)});
            i = end;
            continue;
        }
        const auto sign = std::find_if(kSigns.begin(), kSigns.end(),
                                       [&](const Sign& one) { return text.substr(i).starts_with(one.text); });
        if (sign != kSigns.end()) {
            words.push_back({sign->kind, std::string(sign->text)});
            i += sign->text.size();
            continue;
        }
        // A colon behind a word is the end of a prompt; between two it is part of what is asked for.
        const bool begins = text[i] == '<' && !words.empty() && words.back().kind != Kind::connector;
        if (begins) words.push_back({Kind::connector, "and"});
        const bool goes_on = i + 1 < text.size() && (is_letter(text[i + 1]) || text[i + 1] == '<');
        if (is_one_of(text.substr(i, 1), kConnector) && (text[i] != ':' || goes_on))
            words.push_back({Kind::connector, text[i] == ',' && !goes_on ? "and" : std::string(1, text[i])});
        ++i;
    }
    return words;
}

}  // namespace sockgrade::run
