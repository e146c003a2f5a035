import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Receiver {
    public static void main(String[] args) throws IOException {
        int port = 4444;
        if (args.length == 1) {
            port = Integer.parseInt(args[0]);
        }
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        ServerSocket serverSocket = new ServerSocket(port);
        out.println("Receiver started, port " + port);
        while (true) {
            Socket socket = serverSocket.accept();
            try {
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                String line = reader.readLine();
                while (line != null) {
                    out.println("Received: " + line);
                    line = reader.readLine();
                }
            } catch (IOException e) {
                out.println("Error: " + e.getMessage());
            } finally {
                socket.close();
            }
        }
    }
}
