// A thread for each client, lines by readers and writers. The turn is moved on under a lock.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class Balancer {
    static String[] hosts = new String[3];
    static int[] ports = new int[3];
    static int last = -1;

    static synchronized Socket callNext() {
        for (int step = 1; step <= 3; step++) {
            int number = (last + step + 3) % 3;
            try {
                Socket server = new Socket(hosts[number], ports[number]);
                last = number;
                return server;
            } catch (IOException dead) {
                System.err.println("server " + number + " is dead");
            }
        }
        return null;
    }

    static String ask(Socket server, String line) throws IOException {
        server.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        return new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    static void serve(Socket socket) {
        try (Socket client = socket) {
            String line = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8)).readLine();
            if (line == null) return;
            OutputStream out = client.getOutputStream();
            try (Socket server = callNext()) {
                String answer = server == null ? "ERROR" : ask(server, line);
                if (answer != null) out.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException error) {
            System.err.println(error);
        }
    }

    public static void main(String[] args) throws IOException {
        for (int i = 0; i < 3; i++) {
            hosts[i] = args[1 + 2 * i];
            ports[i] = Integer.parseInt(args[2 + 2 * i]);
        }
        ServerSocket listener = new ServerSocket(Integer.parseInt(args[0]));
        while (true) {
            Socket client = listener.accept();
            new Thread(() -> serve(client)).start();
        }
    }
}
