#include "run/input_prompt.hh"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sockgrade::run {
namespace {

// "host", "port", "host:port", "message"; where no word says it, nothing.
std::string asked(const std::string& prompt) {
    const Question question = question_of(prompt);
    std::string names;
    for (const Asked one : question.asked) {
        if (!names.empty()) names += question.between;
        names += one == Asked::host ? "host" : one == Asked::port ? "port" : "message";
    }
    return names;
}

void expect_all(const std::string& names, const std::vector<std::string>& prompts) {
    for (const std::string& prompt : prompts) EXPECT_EQ(asked(prompt), names) << prompt;
}

TEST(InputPrompt, TheMessage) {
    expect_all("message", {"Input lowercase sentence:",
                           "Enter message: ",
                           "Enter a string in lower case > ",
                           "message? ",
                           "msg: ",
                           "Enter message to send to server:",
                           "Enter the message for the server: ",
                           "Message for the server: ",
                           "Input lowercase sentence to send to server:",
                           "Enter text to transport",
                           "Type some text to send to host 127.0.0.1: ",
                           "Text (sent to port 12000): ",
                           "Message to send to server port 12000: ",
                           "Sentence for server: ",
                           "Enter your word:",
                           "Please input a line: ",
                           "Input a lowercase string: ",
                           "Connected to port 12000. Enter a message: ",
                           "Welcome to the server! Type your message (exit to quit): ",
                           "Enter a message. Press enter to send: "});
}

TEST(InputPrompt, TheMessageInOtherLanguages) {
    expect_all("message", {"Introduzca una frase en min\u00fasculas: ",
                           "Escribe el mensaje para el servidor: ",
                           "Texto a enviar al puerto del servidor: ",
                           "Ingrese un texto: ",
                           "Escriba una l\u00ednea: ",
                           "Entrez une phrase: ",
                           "Entrez votre message pour le serveur : ",
                           "Texte \u00e0 envoyer : ",
                           "Entrez une cha\u00eene de caract\u00e8res : ",
                           "Ligne \u00e0 envoyer au serveur : ",
                           "Nachricht an den Server: ",
                           "Satz eingeben: ",
                           "Bitte geben Sie einen Text in Kleinbuchstaben ein: ",
                           "Zeile: ",
                           "Mensagem: ",
                           "Digite a mensagem para o servidor: ",
                           "Introduza uma frase em min\u00fasculas: ",
                           "Messaggio da inviare al server: ",
                           "Inserisci una frase: ",
                           "Scrivi il testo per il server: ",
                           "Inserire una stringa in minuscolo: ",
                           "\u8bf7\u8f93\u5165\u6d88\u606f\uff1a",
                           "\u041d\u0430\u043f\u0438\u0448\u0438\u0442\u0435 "
                           "\u0441\u043e\u043e\u0431\u0449\u0435\u043d\u0438\u0435: ",
                           "\u30e1\u30c3\u30bb\u30fc\u30b8\u3092\u5165\u529b: ",
                           "\uba54\uc2dc\uc9c0: "});
}

TEST(InputPrompt, ThePort) {
    expect_all("port", {"Enter server port:",
                        "Port: ",
                        "port number> ",
                        "Server port number: ",
                        "PORT?",
                        "port_number: ",
                        "serverPort: ",
                        "Listening port: ",
                        "Enter the port of the server: ",
                        "Input a port number: ",
                        "Enter the port to send to: ",
                        "Port to send the message to: ",
                        "To send a message, enter the port: ",
                        "Which port does the server listen on? ",
                        "Serverport: ",
                        "Server's port (default 12000): ",
                        "Port [12000]: ",
                        "Enter server port (1024-65535) [12000]: ",
                        "Enter the port, e.g. 12000: ",
                        "\x1b[1;32mPort:\x1b[0m "});
}

TEST(InputPrompt, ThePortInOtherLanguages) {
    expect_all("port", {"Puerto del servidor: ",
                        "Introduzca el puerto: ",
                        "N\u00famero de puerto: ",
                        "Entrez le port du serveur : ",
                        "Num\u00e9ro de port : ",
                        "numero de port : ",
                        "Portnummer: ",
                        "Bitte Port eingeben: ",
                        "Anschluss: ",
                        "Anschlussnummer des Servers: ",
                        "Porta do servidor: ",
                        "Digite o n\u00famero da porta: ",
                        "Porta del server: ",
                        "Inserisci la porta: ",
                        "Numero di porta: ",
                        "\u7aef\u53e3\u53f7\uff1a",
                        "\u8bf7\u8f93\u5165\u670d\u52a1\u5668\u7aef\u53e3: ",
                        "\u041f\u043e\u0440\u0442: ",
                        "\u0412\u0432\u0435\u0434\u0438\u0442\u0435 \u043f\u043e\u0440\u0442: ",
                        "\u30b5\u30fc\u30d0\u30fc\u306e\u30dd\u30fc\u30c8\u756a\u53f7: ",
                        "\ud3ec\ud2b8 \ubc88\ud638: "});
}

TEST(InputPrompt, TheHost) {
    expect_all("host", {"Server IP:",
                        "Enter server name: ",
                        "Hostname: ",
                        "Host name? ",
                        "Enter the server's IP address: ",
                        "host> ",
                        "IP? ",
                        "Server IP (port is 12000): ",
                        "Enter server address",
                        "Enter the adress of the server: ",
                        "Server: ",
                        "Enter host to connect to: ",
                        "Which server do you want to connect to? ",
                        "Enter the IP address to send the message to: ",
                        "Host to send to: ",
                        "Enter the IP of the server to send text to: ",
                        "Receiver's IP address: ",
                        "Destination: ",
                        "Enter server (e.g. localhost): ",
                        "Enter hostname or IP: ",
                        "Connect to: ",
                        "Where do you want to connect? ",
                        "Target: "});
}

TEST(InputPrompt, TheHostInOtherLanguages) {
    expect_all("host", {"Direcci\u00f3n del servidor: ",
                        "Direccion IP: ",
                        "Nombre del servidor: ",
                        "Adresse IP du serveur : ",
                        "Nom d'h\u00f4te : ",
                        "Serveur : ",
                        "Serveradresse: ",
                        "IP-Adresse: ",
                        "Rechner: ",
                        "Rechnername des Servers: ",
                        "Name des Servers: ",
                        "Servidor: ",
                        "Endere\u00e7o do servidor: ",
                        "Digite o endereco IP: ",
                        "Nome do servidor: ",
                        "Indirizzo del server: ",
                        "Inserisci l'indirizzo IP: ",
                        "Nome del server: ",
                        "\u670d\u52a1\u5668\u5730\u5740\uff1a",
                        "\u4e3b\u673a: ",
                        "\u0410\u0434\u0440\u0435\u0441 \u0441\u0435\u0440\u0432\u0435\u0440\u0430: "});
}

TEST(InputPrompt, TwoThingsInOneLine) {
    expect_all("host port", {"Enter host and port: ", "Enter the server IP address and the port number: ",
                             "IP, port: ", "Enter server and port: ", "Enter <host> <port>: ",
                             "Enter IP and then the port separated by a space: ", "Host und Port: ",
                             "Direcci\u00f3n IP y n\u00famero de puerto: ", "H\u00f4te et port : ",
                             "Endere\u00e7o e porta: ", "Indirizzo IP e porta: "});
    expect_all("port host", {"Port and host: ", "Enter the port and the IP address: "});
    expect_all("host:port", {"ip:port ", "Enter host:port: ", "Server:Port> ", "Address as <ip>:<port>: ",
                             "Server (host:port): ", "Enter server address and port (host:port): "});
    expect_all("host,port", {"Enter host,port: ", "Enter IP and port, separated by a comma: "});
}

TEST(InputPrompt, NoWordSaysIt) {
    expect_all("", {"What do you want to say? ", "Send to server: ", "Say something to the server: ",
                    "Enter data:", "Press enter to connect", "Waiting for connections on port 12000",
                    "Client> ", "", ">>> ", "\n", "Enter password: ", "Your name: ",
                    "Connected to the server at port 12000 > ", "You are connected to host 127.0.0.1 > "});
    EXPECT_FALSE(question_of("> ").says_something);
    EXPECT_TRUE(question_of("Your name: ").says_something);
}

TEST(InputPrompt, YesOrNo) {
    const auto words = [](const char* prompt) {
        const Question question = question_of(prompt);
        return question.yes + " " + question.no + (question.of_a_default ? " default" : "");
    };
    EXPECT_EQ(words("Send another message? (y/n) "), "y n");
    EXPECT_EQ(words("Do you want to continue [Y/n]: "), "y n");
    EXPECT_EQ(words("Again? (yes/no): "), "yes no");
    EXPECT_EQ(words("Weiter? (j/n) "), "j n");
    EXPECT_EQ(words("\u00bfOtro mensaje? (s/n): "), "s n");
    EXPECT_EQ(words("Encore ? (o/n) "), "o n");
    EXPECT_EQ(words("Outra vez? (sim/n\u00e3o) "), "sim nao");
    EXPECT_EQ(words("Ancora? (si/no) "), "si no");
    EXPECT_EQ(words("Use the default port 12000? (y/n) "), "y n default");
    EXPECT_EQ(words("Port: "), " ");
}

TEST(InputPrompt, OnlyTheLastLineCounts) {
    EXPECT_EQ(asked("Server IP: \nEnter port: "), "port");
    EXPECT_EQ(asked("Enter port:\n12000\nconnected to the server\nInput sentence: "), "message");
    EXPECT_EQ(asked("Enter server port:\r\n"), "port");
    EXPECT_EQ(question_of("Hello\nEnter server port:\r\n").text, "Enter server port:");
}

// A line of signs alone belongs to the question above it.
TEST(InputPrompt, AnArrowBelowTheQuestion) {
    EXPECT_EQ(asked("Enter server IP:\n> "), "host");
    EXPECT_EQ(asked("Which port?\n\n>>> "), "port");
}

TEST(InputPrompt, WordsThatOnlyHoldThem) {
    expect_all("", {"Is this important? ", "Zip the file? ",
                    "Describe it in a script: ", "Report: ", "Any support needed? ", "Transport: "});
}

TEST(InputPrompt, AnyBytesDoNoHarm) {
    std::string bytes;
    for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
    EXPECT_NO_THROW(question_of(bytes + bytes));
    EXPECT_EQ(asked(std::string(100'000, 'x')), "");
    EXPECT_EQ(asked("\x1b["), "");
}

}  // namespace
}  // namespace sockgrade::run
