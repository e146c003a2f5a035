// fails: sends-lines
// diagnosis: sends_a_length_first
// mistake: writeUTF() puts two bytes with the length before each line.
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class WriteUtf {
    public static void main(String[] args) throws IOException {
        ServerSocket listener = new ServerSocket(Integer.parseInt(args[0]));
        Socket socket;
        try {
            socket = new Socket(args[1], Integer.parseInt(args[2]));
        } catch (IOException nobodyThere) {
            socket = listener.accept();
        }
        BufferedReader fromOther =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        Thread hearing = new Thread(() -> {
            try {
                String line;
                while ((line = fromOther.readLine()) != null) System.out.println("< " + line);
                System.out.println("The other one has left.");
            } catch (IOException lost) {
                System.out.println("The connection is lost.");
            }
        });
        hearing.setDaemon(true);
        hearing.start();
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = keyboard.readLine()) != null) out.writeUTF(line + "\n");
    }
}
