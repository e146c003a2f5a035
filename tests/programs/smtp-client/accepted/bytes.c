/* Replies byte by byte, the text byte by byte, and QUIT also after a refusal. */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int sock;

static void send_all(const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t sent = send(sock, bytes, size, 0);
        if (sent < 0) {
            perror("send");
            exit(1);
        }
        bytes += sent;
        size -= sent;
    }
}

static void say(const char *line) { send_all(line, strlen(line)); }

static int read_code(void)
{
    char line[1024];
    do {
        size_t length = 0;
        char c = 0;
        while (c != '\n') {
            if (recv(sock, &c, 1, 0) <= 0) {
                fprintf(stderr, "the server has left\n");
                exit(1);
            }
            if (length + 1 < sizeof line)
                line[length++] = c;
        }
        line[length] = '\0';
        printf("%s", line);
    } while (line[3] == '-');
    return atoi(line);
}

static void want(int code)
{
    int got = read_code();
    if (got / 100 == code / 100)
        return;
    fprintf(stderr, "refused: %d in place of %d\n", got, code);
    say("QUIT\r\n");
    read_code();
    exit(1);
}

static void command(const char *word, const char *rest, const char *end, int code)
{
    say(word);
    say(rest);
    say(end);
    want(code);
}

int main(int argc, char *argv[])
{
    struct sockaddr_in server;
    FILE *file;
    int c, before = '\n';
    char buffer[4096];
    size_t used = 0;

    if (argc < 6 || (file = fopen(argv[5], "rb")) == NULL)
        return 2;
    signal(SIGPIPE, SIG_IGN);
    sock = socket(AF_INET, SOCK_STREAM, 0);
    memset(&server, 0, sizeof server);
    server.sin_family = AF_INET;
    server.sin_port = htons(atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &server.sin_addr);
    if (connect(sock, (struct sockaddr *)&server, sizeof server) < 0) {
        perror("connect");
        return 1;
    }
    want(220);
    command("EHLO ", "[127.0.0.1]", "\r\n", 250);
    command("MAIL FROM:<", argv[3], ">\r\n", 250);
    command("RCPT TO:<", argv[4], ">\r\n", 250);
    command("DATA", "", "\r\n", 354);
    say("From: ");
    say(argv[3]);
    say("\r\nTo: ");
    say(argv[4]);
    say("\r\nSubject: mail\r\n\r\n");
    while ((c = getc(file)) != EOF) {
        if (c == '\r')
            continue;
        if (c == '.' && before == '\n')
            buffer[used++] = '.';
        if (c == '\n')
            buffer[used++] = '\r';
        buffer[used++] = c;
        before = c;
        if (used > sizeof buffer - 4) {
            send_all(buffer, used);
            used = 0;
        }
    }
    send_all(buffer, used);
    say(before == '\n' ? ".\r\n" : "\r\n.\r\n");
    want(250);
    command("QUIT", "", "\r\n", 221);
    return 0;
}
