// UDP sender: a timer sends again, and the main thread waits for answers without a limit
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;

class TimerSender {
    public static void main(String[] args) throws Exception {
        List<String> lines = Files.readAllLines(Paths.get(args[2]));
        InetSocketAddress to = new InetSocketAddress(args[0], Integer.parseInt(args[1]));
        DatagramSocket socket = new DatagramSocket();
        Timer timer = new Timer(true);

        for (int i = 0; i < lines.size(); i++) {
            final byte[] bytes = (i + " " + lines.get(i)).getBytes(StandardCharsets.UTF_8);
            TimerTask again = new TimerTask() {
                @Override
                public void run() {
                    try {
                        socket.send(new DatagramPacket(bytes, bytes.length, to));
                    } catch (Exception e) {
                        e.printStackTrace();
                    }
                }
            };
            timer.scheduleAtFixedRate(again, 0, 200);
            int acknowledged = -1;
            while (acknowledged != i) {
                DatagramPacket packet = new DatagramPacket(new byte[256], 256);
                socket.receive(packet);
                Scanner answer = new Scanner(new String(packet.getData(), 0, packet.getLength()));
                if (answer.next().equals("ACK") && answer.hasNextInt()) acknowledged = answer.nextInt();
            }
            again.cancel();
        }
        System.out.println("done");
    }
}
