// A chat between two equals:  java Chat MY_PORT HOST PORT
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class Chat {
    static void receive(Socket connection) {
        // fill in: read line after line from connection.getInputStream() until there is no more, and print each
    }

    public static void main(String[] args) throws Exception {
        int myPort = 0;    // fill in: the port to listen on, from the first argument (args[0]), as a number
        String host = "";  // fill in: the other one's address, from the second argument
        int port = 0;      // fill in: the other one's port, from the third argument, as a number

        if (myPort == 0) {
            System.err.println("Fill in the ports and the host first.");
            System.exit(1);
        }

        ServerSocket listener = new ServerSocket(myPort);
        // fill in: call the other one, new Socket(host, port); when nobody is there (ConnectException), wait to be called
        Socket connection = listener.accept();
        new Thread(() -> receive(connection)).start();

        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = keyboard.readLine()) != null) {
            // fill in: send the line, and a newline, to the other one
        }
    }
}
