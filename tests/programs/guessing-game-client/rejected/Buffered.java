// fails: guesses
// diagnosis: never_sends
// mistake: the guess stays in a PrintWriter that nobody flushes.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;

public class Buffered {
    public static void main(String[] args) throws IOException {
        try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            PrintWriter out = new PrintWriter(socket.getOutputStream());
            int low = 1;
            int high = 1000;
            while (low <= high) {
                int guess = (low + high) / 2;
                out.println(guess);
                String answer = in.readLine();
                if (answer == null) {
                    System.exit(1);
                } else if (answer.startsWith("RIGHT")) {
                    out.println("QUIT");
                    out.flush();
                    System.out.println(guess);
                    return;
                } else if (answer.equals("HIGHER")) {
                    low = guess + 1;
                } else {
                    high = guess - 1;
                }
            }
        }
    }
}
