/* fails: replies-in-capitals
 * diagnosis: subtracts_32_from_everything
 * mistake: 32 is subtracted from every byte, also from spaces and commas.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

#define PORT 8080

int main()
{
    int server_fd, new_socket;
    struct sockaddr_in address;
    int addrlen = sizeof(address);
    char buffer[1024];

    server_fd = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = INADDR_ANY;
    address.sin_port = htons(PORT);
    if (bind(server_fd, (struct sockaddr *)&address, sizeof(address)) < 0) {
        perror("bind failed");
        exit(EXIT_FAILURE);
    }
    listen(server_fd, 3);
    printf("Server listening on port %d\n", PORT);

    while (1) {
        new_socket = accept(server_fd, (struct sockaddr *)&address, (socklen_t *)&addrlen);
        int n;
        while ((n = read(new_socket, buffer, sizeof(buffer))) > 0) {
            for (int i = 0; i < n; i++)
                buffer[i] = buffer[i] - 32;
            send(new_socket, buffer, n, 0);
        }
        close(new_socket);
    }
    return 0;
}
