import java.io.*;
import java.net.*;

public class Client {
    public static void main(String[] args) {
        try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
            BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            OutputStream out = socket.getOutputStream();
            String line;
            while ((line = keyboard.readLine()) != null) {
                out.write((line + "\n").getBytes());
                String reply = in.readLine();
                if (reply == null) throw new IOException("no more replies");
                System.out.println("From server: " + reply);
            }
        } catch (IOException e) {
            System.err.println("The server has died: " + e.getMessage());
            System.exit(1);
        }
    }
}
