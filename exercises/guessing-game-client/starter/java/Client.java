// A TCP client that guesses a number.
// Compile:  javac Client.java
// Run:      java Client HOST PORT
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;

public class Client {
    public static void main(String[] args) throws Exception {
        if (args.length < 2) {
            System.err.println("usage: java Client HOST PORT");
            System.exit(1);
        }

        String host = "";  // fill in: the address of the server, from the first argument (args[0])
        int port = 0;      // fill in: the port of the server, from the second argument, as a number

        if (port == 0) {
            System.err.println("Fill in the host and the port first.");
            System.exit(1);
        }

        // fill in: catch the IOException of whatever fails, say so, and end with System.exit(1)
        try (Socket socket = new Socket(host, port)) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            OutputStream out = socket.getOutputStream();

            int low = 1;      // the lowest number that is possible
            int high = 1000;  // the highest one

            // fill in: again and again
            //   - guess the middle of what is left, and send it with \n behind it, as bytes (getBytes())
            //   - read a line; null means that the server has left
            //   - HIGHER and LOWER say which numbers are left; RIGHT ends the game

            // fill in: say QUIT, and print the number
        }
    }
}
