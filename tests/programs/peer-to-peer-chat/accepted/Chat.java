import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Chat {
    static volatile Socket other;

    static void listenTo(Socket socket) {
        other = socket;
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            PrintStream out = new PrintStream(System.out, true, "UTF-8");
            String line;
            while ((line = in.readLine()) != null) out.println("Other: " + line);
            out.println("(gone)");
        } catch (IOException e) {
            System.out.println("(broken off)");
        }
    }

    public static void main(String[] args) throws Exception {
        int myPort = Integer.parseInt(args[0]);
        String host = args[1];
        int port = Integer.parseInt(args[2]);
        ServerSocket server = new ServerSocket(myPort);
        Thread accepting = new Thread(() -> {
            while (true) {
                try {
                    Socket s = server.accept();
                    new Thread(() -> listenTo(s)).start();
                } catch (IOException e) {
                    return;
                }
            }
        });
        accepting.setDaemon(true);
        accepting.start();
        try {
            Socket s = new Socket(host, port);
            new Thread(() -> listenTo(s)).start();
        } catch (ConnectException e) {
            System.out.println("Waiting for the other one...");
        }
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = keyboard.readLine()) != null) {
            while (other == null) Thread.sleep(100);
            OutputStream out = other.getOutputStream();
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
