// fails: finds-what-listens, first-and-last
// diagnosis: scans_another_range
// mistake: The loop counts the ports from 0 to last - first + 1.
import java.io.IOException;
import java.net.Socket;

class Scanner {
    public static void main(String[] args) {
        int first = Integer.parseInt(args[1]);
        int count = Integer.parseInt(args[2]) - first + 1;
        for (int i = 0; i <= count; i++) {
            try (Socket socket = new Socket(args[0], first + i)) {
                System.out.println("open: " + (first + i));
            } catch (IOException e) {
            }
        }
    }
}
