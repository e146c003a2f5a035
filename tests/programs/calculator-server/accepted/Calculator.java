// A thread for each client, and a BufferedReader for its lines.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class Calculator {
    static String answer(String line) {
        String[] parts = line.trim().split(" +");
        if (parts.length != 3) return "ERROR three parts were expected, not " + parts.length;
        try {
            int a = Integer.parseInt(parts[0]);
            int b = Integer.parseInt(parts[2]);
            switch (parts[1]) {
                case "+": return "= " + (a + b);
                case "-": return "= " + (a - b);
                case "*": return "= " + (a * b);
                case "/": return "= " + (a / b);
                default: return "ERROR unknown operator";
            }
        } catch (NumberFormatException | ArithmeticException problem) {
            return "ERROR " + problem.getMessage().replace('\n', ' ');
        }
    }

    static void serve(Socket client) {
        try (Socket connection = client) {
            BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = connection.getOutputStream();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                boolean quits = line.equals("QUIT");
                out.write(((quits ? "BYE" : answer(line)) + "\n").getBytes(StandardCharsets.UTF_8));
                if (quits) return;
            }
        } catch (IOException gone) {
            System.out.println("a client has gone: " + gone.getMessage());
        }
    }

    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]))) {
            while (true) {
                Socket client = server.accept();
                new Thread(() -> serve(client)).start();
            }
        }
    }
}
