// Rounded up; the lines go through a PrintWriter with \n.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;

public class Guess {
    private static int play(BufferedReader in, PrintWriter out) throws IOException {
        int low = 1;
        int high = 1000;
        while (low <= high) {
            int guess = low + (high - low + 1) / 2;
            out.print(guess + "\n");
            out.flush();
            String answer = in.readLine();
            if (answer == null) {
                throw new IOException("the server has left");
            }
            if (answer.startsWith("RIGHT ")) {
                out.print("QUIT\n");
                out.flush();
                return guess;
            }
            switch (answer) {
                case "HIGHER" -> low = guess + 1;
                case "LOWER" -> high = guess - 1;
                default -> throw new IOException(answer);
            }
        }
        throw new IOException("the server contradicts itself");
    }

    public static void main(String[] args) {
        try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            System.out.println("The secret is " + play(in, new PrintWriter(socket.getOutputStream())) + "!");
        } catch (IOException problem) {
            System.out.println("No game: " + problem.getMessage());
            System.exit(1);
        }
    }
}
