// mistake: main() throws the exception on, and the user gets a stack trace.
// fails: nobody-there, reset
// diagnosis: leaves_the_error_uncaught
import java.io.*;
import java.net.*;

public class ThrowsOn {
    public static void main(String[] args) throws IOException {
        Socket socket = new Socket(args[0], Integer.parseInt(args[1]));
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
        PrintWriter out = new PrintWriter(socket.getOutputStream(), true);
        String line;
        while ((line = keyboard.readLine()) != null) {
            out.println(line);
            String reply = in.readLine();
            if (reply == null) {
                System.out.println("The server has died.");
                System.exit(1);
            }
            System.out.println(reply);
        }
    }
}
