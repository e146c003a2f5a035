import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class Client {

    public static void main(String[] args) throws IOException {
        String host = args.length > 0 ? args[0] : "localhost";
        int port = args.length > 1 ? Integer.parseInt(args[1]) : 6789;

        PrintStream screen = new PrintStream(System.out, true, "UTF-8");
        BufferedReader keyboard = new BufferedReader(
                new InputStreamReader(System.in, StandardCharsets.UTF_8));

        try (Socket socket = new Socket(host, port)) {
            PrintWriter out = new PrintWriter(
                    new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8), true);
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            screen.print("Enter text: ");
            screen.flush();
            String sentence = keyboard.readLine();
            if (sentence == null) {
                return;
            }
            out.println(sentence);
            String reply = in.readLine();
            if (reply == null) {
                screen.println("The server left without a reply.");
            } else {
                screen.println("FROM SERVER: " + reply);
            }
        }
    }
}
