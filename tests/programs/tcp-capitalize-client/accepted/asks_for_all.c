/* TCP client: asks for everything, in Spanish. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void)
{
    char ip[64], linea[4096];
    int puerto, s;
    struct sockaddr_in servidor;

    printf("Puerto: ");
    scanf("%d", &puerto);
    printf("Dirección del servidor: ");
    scanf("%63s", ip);
    getchar();                       /* the line end */

    s = socket(AF_INET, SOCK_STREAM, 0);
    memset(&servidor, 0, sizeof(servidor));
    servidor.sin_family = AF_INET;
    servidor.sin_port = htons(puerto);
    inet_pton(AF_INET, ip, &servidor.sin_addr);
    if (connect(s, (struct sockaddr *)&servidor, sizeof(servidor)) < 0) {
        perror("connect");
        return 1;
    }
    printf("Mensaje para el servidor: ");
    while (fgets(linea, sizeof(linea), stdin) != NULL) {
        size_t want = strlen(linea), got = 0;
        send(s, linea, want, 0);
        printf("El servidor dice: ");
        while (got < want) {
            ssize_t n = recv(s, linea, sizeof(linea), 0);
            if (n <= 0)
                return 1;
            fwrite(linea, 1, n, stdout);
            got += n;
        }
        printf("\nMensaje para el servidor: ");
    }
    close(s);
    return 0;
}
