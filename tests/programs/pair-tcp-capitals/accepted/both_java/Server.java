import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.OutputStreamWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers each line with the same line in capitals; a thread for each client. */
public class Server {

    public static void main(String[] args) throws IOException {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 6789;
        try (ServerSocket welcomeSocket = new ServerSocket(port)) {
            System.out.println("Server started on port " + port);
            while (true) {
                Socket connectionSocket = welcomeSocket.accept();
                new Thread(() -> serve(connectionSocket)).start();
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            PrintWriter out = new PrintWriter(
                    new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8), true);
            String sentence;
            while ((sentence = in.readLine()) != null) {
                System.out.println("Received: " + sentence);
                out.println(sentence.toUpperCase());
            }
        } catch (IOException e) {
            System.out.println("Client lost: " + e.getMessage());
        }
    }
}
