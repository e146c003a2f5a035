#include "run/input_prompt.hh"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sockgrade::run {
namespace {

std::string name_of(Asked asked) {
    return asked == Asked::host ? "host" : asked == Asked::port ? "port" : "message";
}

void expect_all(Asked asked, const std::vector<std::string>& prompts) {
    for (const std::string& prompt : prompts)
        EXPECT_EQ(name_of(what_is_asked(prompt)), name_of(asked)) << prompt;
}

TEST(InputPrompt, TheMessage) {
    expect_all(Asked::message, {"Input lowercase sentence:",
                                "Enter message: ",
                                "Enter a string in lower case > ",
                                "message? ",
                                "Enter message to send to server:",
                                "Enter the message for the server: ",
                                "Type some text to send to host 127.0.0.1: ",
                                "Text (sent to port 12000): ",
                                "Message to send to server port 12000: ",
                                "What do you want to say? ",
                                "Sentence for server: ",
                                "Enter your word:",
                                "Send to server: ",
                                "Enter data:",
                                "Client> ",
                                "",
                                ">>> ",
                                "\n",
                                "Please input a line: ",
                                "Input a lowercase string: ",
                                "Enter password: ",
                                "Your name: "});
}

TEST(InputPrompt, TheMessageInOtherLanguages) {
    expect_all(Asked::message,
               {"Introduzca una frase en min\u00fasculas: ", "Escribe el mensaje para el servidor: ",
                "Entrez une phrase: ", "Entrez votre message pour le serveur : ", "Nachricht an den Server: ",
                "Satz eingeben: ", "Mensagem: ", "\u8bf7\u8f93\u5165\u6d88\u606f\uff1a",
                "\u041d\u0430\u043f\u0438\u0448\u0438\u0442\u0435 "
                "\u0441\u043e\u043e\u0431\u0449\u0435\u043d\u0438\u0435: ",
                "\u30e1\u30c3\u30bb\u30fc\u30b8\u3092\u5165\u529b: ", "\uba54\uc2dc\uc9c0: "});
}

TEST(InputPrompt, ThePort) {
    expect_all(Asked::port,
               {"Enter server port:", "Port: ", "port number> ", "Server port number: ", "PORT?",
                "Enter the port of the server: ", "Input a port number: ", "Enter the port to send to: ",
                "Port to send the message to: ", "Which port does the server listen on? ", "Serverport: ",
                "Server's port (default 12000): ", "Enter server port (1024-65535) [12000]: "});
}

TEST(InputPrompt, ThePortInOtherLanguages) {
    expect_all(
        Asked::port,
        {"Puerto del servidor: ", "Introduzca el puerto: ", "Entrez le port du serveur : ", "Portnummer: ",
         "Porta do servidor: ", "\u7aef\u53e3\u53f7\uff1a",
         "\u8bf7\u8f93\u5165\u670d\u52a1\u5668\u7aef\u53e3: ", "\u041f\u043e\u0440\u0442: ",
         "\u0412\u0432\u0435\u0434\u0438\u0442\u0435 \u043f\u043e\u0440\u0442: ",
         "\u30b5\u30fc\u30d0\u30fc\u306e\u30dd\u30fc\u30c8\u756a\u53f7: ", "\ud3ec\ud2b8 \ubc88\ud638: "});
}

TEST(InputPrompt, TheHost) {
    expect_all(Asked::host,
               {"Server IP:", "Enter server name: ", "Hostname: ", "Enter the server's IP address: ",
                "host> ", "IP? ", "Server IP (port is 12000): ", "Enter server address",
                "Server: ", "Enter host to connect to: ", "Enter the IP address to send the message to: ",
                "Host to send to: ", "Enter the IP of the server to send text to: ",
                "Receiver's IP address: ", "Enter server (e.g. localhost): "});
}

TEST(InputPrompt, TheHostInOtherLanguages) {
    expect_all(Asked::host, {"Direcci\u00f3n del servidor: ", "Adresse IP du serveur : ", "Serveradresse: ",
                             "Servidor: ", "\u670d\u52a1\u5668\u5730\u5740\uff1a", "\u4e3b\u673a: ",
                             "\u0410\u0434\u0440\u0435\u0441 \u0441\u0435\u0440\u0432\u0435\u0440\u0430: "});
}

TEST(InputPrompt, OnlyTheLastLineCounts) {
    EXPECT_EQ(what_is_asked("Server IP: \nEnter port: "), Asked::port);
    EXPECT_EQ(what_is_asked("Enter port:\n12000\nconnected to the server\nInput sentence: "), Asked::message);
    EXPECT_EQ(what_is_asked("Enter server port:\r\n"), Asked::port);
}

// A line of signs alone belongs to the question above it.
TEST(InputPrompt, AnArrowBelowTheQuestion) {
    EXPECT_EQ(what_is_asked("Enter server IP:\n> "), Asked::host);
    EXPECT_EQ(what_is_asked("Which port?\n\n>>> "), Asked::port);
}

TEST(InputPrompt, WordsThatOnlyHoldThem) {
    expect_all(Asked::message, {"Is this important? ", "Zip the file? ",
                                "Describe it in a script: ", "Report: ", "Any support needed? "});
}

TEST(InputPrompt, AnyBytesDoNoHarm) {
    std::string bytes;
    for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
    EXPECT_NO_THROW(what_is_asked(bytes + bytes));
    EXPECT_EQ(what_is_asked(std::string(100'000, 'x')), Asked::message);
}

}  // namespace
}  // namespace sockgrade::run
