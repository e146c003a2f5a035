// Demande tout : l'hôte, le port, le message.
#include <iostream>
#include <string>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

int main()
{
    std::string hote, message;
    int port = 0;
    std::cout << "Adresse IP du serveur : ";
    std::cin >> hote;
    std::cout << "Numéro de port : ";
    std::cin >> port;
    std::cin.ignore();
    std::cout << "Texte à envoyer au serveur : ";
    std::getline(std::cin, message);

    int s = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in adresse{};
    adresse.sin_family = AF_INET;
    adresse.sin_port = htons(port);
    inet_pton(AF_INET, hote.c_str(), &adresse.sin_addr);
    if (connect(s, reinterpret_cast<sockaddr*>(&adresse), sizeof adresse) < 0) {
        perror("connect");
        return 1;
    }
    send(s, message.data(), message.size(), 0);
    close(s);
    return 0;
}
