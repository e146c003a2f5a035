// What Date says of itself, without a line end.
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Date;

public class Daytime {
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]))) {
            while (true) {
                try (Socket connection = server.accept(); OutputStream out = connection.getOutputStream()) {
                    out.write(new Date().toString().getBytes());
                } catch (IOException error) {
                    System.err.println(error);
                }
            }
        }
    }
}
