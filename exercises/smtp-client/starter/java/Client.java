// An SMTP client: mails the text of a file.
// Compile:  javac Client.java
// Run:      java Client HOST PORT SENDER RECIPIENT FILE
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

public class Client {
    static void readReply(BufferedReader in, String wanted) throws IOException {
        // fill in: read lines until one has no hyphen behind its number; null means that the server has left
        // fill in: when the number is not the one that is wanted, throw an IOException that says so
    }

    static void command(Writer out, BufferedReader in, String text, String wanted) throws IOException {
        // fill in: write the text with \r\n behind it, flush, and read the reply
    }

    public static void main(String[] args) {
        if (args.length < 5) {
            System.err.println("usage: java Client HOST PORT SENDER RECIPIENT FILE");
            System.exit(1);
        }

        // fill in: args[0] is the host, args[1] the port
        String serverName = "127.0.0.1";
        int serverPort = 2525;

        // create a TCP socket and connect it
        try (Socket socket = new Socket(serverName, serverPort)) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);

            readReply(in, "220");
            command(out, in, "HELO localhost", "250");
            // fill in: MAIL FROM, RCPT TO and DATA

            // fill in: From:, To:, Subject: and an empty line
            for (String line : Files.readAllLines(Path.of(args[4]))) {
                // fill in: write the line with \r\n; one that begins with a dot gets one more
            }

            // fill in: a dot in a line of its own, and QUIT
        } catch (IOException error) {
            System.err.println("not mailed: " + error.getMessage());
            System.exit(1);
        }
    }
}
