// Readers and writers, and small letters in commands.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

public class Mail {
    private static BufferedReader in;
    private static Writer out;

    private static void expect(char first) throws IOException {
        String line;
        do {
            line = in.readLine();
            if (line == null) throw new IOException("the server has left");
            System.out.println(line);
        } while (line.length() > 3 && line.charAt(3) == '-');
        if (line.charAt(0) != first) throw new IOException("refused: " + line);
    }

    private static void say(String command, char first) throws IOException {
        out.write(command + "\r\n");
        out.flush();
        expect(first);
    }

    public static void main(String[] args) {
        try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
            expect('2');
            say("helo client.example", '2');
            say("mail from: <" + args[2] + ">", '2');
            say("rcpt to: <" + args[3] + ">", '2');
            say("data", '3');
            out.write("Subject: hello\r\nFrom: \"A student\" <" + args[2] + ">\r\nTo: <" + args[3] + ">\r\n\r\n");
            for (String line : Files.readAllLines(Path.of(args[4])))
                out.write((line.startsWith(".") ? "." + line : line) + "\r\n");
            say(".", '2');
            say("quit", '2');
        } catch (IOException error) {
            System.err.println("not mailed: " + error.getMessage());
            System.exit(1);
        }
    }
}
